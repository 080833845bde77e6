// `pnpm start` and `pnpm kentro`: build what changed, then run the program where the user stands.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const build = spawnSync(process.execPath, [here("turbo.mjs"), "--quiet", "build", "--filter=kentro"], {
  cwd: here(".."),
  stdio: "inherit",
});
if (build.status === 0) {
  process.chdir(process.env.INIT_CWD ?? process.cwd());
  process.argv.splice(1, 1, here("../apps/terminal/dist/kentro.js"));
  await import("../apps/terminal/dist/kentro.js");
} else {
  process.exitCode = build.status ?? 130;
}
