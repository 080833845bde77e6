import { defineConfig } from "vitest/config";

/** What is tried in a browser: a command of its own, as it needs one. */
export default defineConfig({
  test: { include: ["src/**/*.browser.ts"], testTimeout: 180_000, hookTimeout: 180_000 },
});
