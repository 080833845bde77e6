import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Tests of the whole program start many processes: on a busy machine each has to wait for its turn.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // They mostly wait for those processes: two files at a time, on a machine of two cores too.
    maxWorkers: 2,
    // What is opened here is no file that anybody wants to come back to.
    env: { KENTRO_NO_RECENT: "1" },
    projects: [
      {
        extends: true,
        // Pure functions leave nothing behind, so that files may share what they import.
        test: { name: "sources", include: ["src/**/*.test.{ts,tsx}"], pool: "threads", isolate: false },
      },
      { extends: true, test: { name: "program", include: ["test/**/*.test.ts"] } },
    ],
  },
});
