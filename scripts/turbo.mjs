// Runs turbo with its telemetry off. With --quiet its output is held back and shown, on stderr, only when a task fails:
// the program that runs afterwards owns stdout.
import { spawnSync } from "node:child_process";

const args = process.argv.slice(2);
const quiet = args[0] === "--quiet";
const tasks = quiet ? args.slice(1) : args;

const { status, signal, stdout, stderr } = spawnSync("turbo", ["run", ...tasks], {
  env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1" },
  stdio: quiet ? ["ignore", "pipe", "pipe"] : "inherit",
  maxBuffer: 1 << 28,
});
if (quiet && status !== 0) process.stderr.write(Buffer.concat([stdout, stderr]));
process.exitCode = signal === null ? (status ?? 1) : 130;
