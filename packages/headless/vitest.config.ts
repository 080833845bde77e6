import { defineConfig } from "vitest/config";

// All packages are tested at the same time: on a machine of two cores each has to wait for its turn.
export default defineConfig({ test: { include: ["src/**/*.test.ts"], testTimeout: 60_000 } });
