// What only a browser can show: `pnpm test:browser` runs every package's tests in a Chromium.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { findChromium, INSTALL } from "../packages/report/src/testing/browser/chromium.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

const packages = ["packages/core", "packages/report"];

const chromium = findChromium();
if (chromium === null) {
  console.error(INSTALL);
  process.exit(1);
}
const env = { ...process.env, KENTRO_CHROMIUM: chromium };

/** Whether a command went well. */
function ran(command, args) {
  return (
    spawnSync(command, args, { cwd: root, stdio: "inherit", shell: process.platform === "win32", env }).status === 0
  );
}

const built = ran(process.execPath, ["scripts/turbo.mjs", "--quiet", "build"]);
const passed = built && packages.map((folder) => ran("pnpm", ["--dir", folder, "run", "test:browser"])).every(Boolean);
process.exitCode = passed ? 0 : 1;
