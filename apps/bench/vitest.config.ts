import { defineConfig } from "vitest/config";

// The whole program is run, and measures: slowly where other packages are tested at the same time.
export default defineConfig({ test: { include: ["src/**/*.test.ts"], testTimeout: 120_000 } });
