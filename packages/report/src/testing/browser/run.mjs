// Reads reports in a Chromium: `pnpm test:browser`, after the packages below are built.
import { spawnSync } from "node:child_process";
import { findChromium, INSTALL } from "./chromium.mjs";

const chromium = findChromium();
if (chromium === null) {
  console.error(INSTALL);
  process.exit(1);
}
const { status } = spawnSync("vitest", ["run", "--config", "vitest.browser.config.ts"], {
  stdio: "inherit",
  shell: process.platform === "win32",
  env: { ...process.env, KENTRO_CHROMIUM: chromium },
});
process.exitCode = status ?? 1;
