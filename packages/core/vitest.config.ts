import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts"],
    // A machine that is busy with other things is slow, and not at fault.
    testTimeout: 60_000,
  },
});
