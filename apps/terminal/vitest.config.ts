import { defineConfig } from "vitest/config";

// Tests of the whole program start many processes: on a busy machine each has to wait for its turn.
export default defineConfig({
  test: { include: ["src/**/*.test.{ts,tsx}", "test/**/*.test.{ts,tsx}"], testTimeout: 60_000 },
});
