import react from "@vitejs/plugin-react";
import { type Plugin, defineConfig } from "vite";

/** The running server; it must see the browser's own Host, or it takes every change for one from another site. */
const target = process.env["PARCOURS_URL"] ?? "http://127.0.0.1:4280";

/** A script of Latin-1 letters only takes half the memory in the browser: all others are written as escapes. */
const latin1: Plugin = {
  name: "latin1",
  generateBundle: (_options, bundle) => {
    for (const part of Object.values(bundle))
      if (part.type === "chunk")
        part.code = part.code.replace(
          /[^\0-\xff]/g,
          (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
        );
  },
};

export default defineConfig({
  root: "src/app/web",
  cacheDir: "../../../node_modules/.vite",
  plugins: [react(), latin1],
  build: {
    outDir: "../../../dist/web",
    emptyOutDir: true,
    target: "es2023",
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      output: {
        // One script to start with and one that screens share: dozens of small ones would wait for each other.
        codeSplitting: {
          groups: [
            { name: "start", tags: ["$initial"], priority: 2 },
            { name: "shared", minShareCount: 2, priority: 1 },
          ],
        },
      },
    },
  },
  server: { proxy: { "/api": { target, changeOrigin: false }, "/live": { target, changeOrigin: false, ws: true } } },
});
