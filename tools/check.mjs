// Dead code, and whether what is packed can be installed and imported: knip over the workspace, publint and
// are-the-types-wrong over the tarball of each package that is published.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const PUBLISHED = ["packages/kernel", "packages/core", "packages/segments", "packages/tables", "packages/report"];

const root = fileURLToPath(new URL("..", import.meta.url));
const tool = (name) => fileURLToPath(new URL(`node_modules/.bin/${name}`, import.meta.url));
const tarballs = mkdtempSync(join(tmpdir(), "kentro-packed-"));
let failed = false;

function run(command, args, cwd = root) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8" });
  if (status === 0) return stdout;
  failed = true;
  process.stderr.write(`${command} ${args.join(" ")}\n${stdout}${stderr}`);
  return "";
}

try {
  run(tool("knip"), ["--no-progress"]);
  for (const folder of PUBLISHED) {
    const packed = run("pnpm", ["pack", "--json", "--pack-destination", tarballs], join(root, folder));
    if (packed === "") continue;
    const { filename } = JSON.parse(packed);
    run(tool("publint"), ["run", filename, "--strict"]);
    run(tool("attw"), [filename, "--profile", "esm-only", "--no-emoji"]);
  }
} finally {
  rmSync(tarballs, { recursive: true, force: true });
}

const { name } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
console.log(
  failed ? `${name}: something is wrong, see above` : `${name}: no dead code, every package can be published`,
);
process.exitCode = failed ? 1 : 0;
