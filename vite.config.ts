import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The running server; it must see the browser's own Host, or it takes every change for one from another site. */
const target = process.env["PARCOURS_URL"] ?? "http://127.0.0.1:4280";

export default defineConfig({
  root: "src/app/web",
  cacheDir: "../../../node_modules/.vite",
  plugins: [react()],
  build: { outDir: "../../../dist/web", emptyOutDir: true, target: "es2023", chunkSizeWarningLimit: 1000 },
  server: { proxy: { "/api": { target, changeOrigin: false }, "/live": { target, changeOrigin: false, ws: true } } },
});
