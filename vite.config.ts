import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const server = process.env["PARCOURS_URL"] ?? "http://127.0.0.1:4280";

export default defineConfig({
  root: "src/app/web",
  cacheDir: "../../../node_modules/.vite",
  plugins: [react()],
  build: { outDir: "../../../dist/web", emptyOutDir: true, target: "es2023", chunkSizeWarningLimit: 700 },
  server: { proxy: { "/api": server, "/live": { target: server, ws: true } } },
});
