import { defineConfig } from "vitest/config";

// The program as built is started, and takes its time on a busy machine.
export default defineConfig({ test: { include: ["src/**/*.test.ts"], testTimeout: 60_000 } });
