import { defineConfig } from "vitest/config";

// Files of many megabytes are read: slowly where other packages are tested at the same time.
export default defineConfig({ test: { include: ["src/**/*.test.ts"], testTimeout: 60_000 } });
