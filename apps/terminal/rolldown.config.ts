import { defineConfig } from "rolldown";

// Ink and React are bundled because that halves the time to the first frame, and so are the charts; our other packages
// stay outside, for their workers are found beside their own files.
export default defineConfig({
  input: { kentro: "src/kentro.ts", worker: "src/ui/worker.ts" },
  platform: "node",
  external: [/^@kentro\/(?!cells$)/, "react-devtools-core"],
  transform: { define: { "process.env.NODE_ENV": '"production"' } },
  output: {
    dir: "dist",
    format: "esm",
    entryFileNames: "[name].js",
    chunkFileNames: "[name]-[hash].js",
    cleanDir: true,
  },
});
