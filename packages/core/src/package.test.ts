import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createContext, runInContext } from "node:vm";
import { rolldown } from "rolldown";
import { describe, expect, it } from "vitest";
import * as core from "./index.ts";

// What is shipped is tested here: the build in `dist`, made before the tests are run.

const run = promisify(execFile);

describe("the same points, options and seed", () => {
  const fingerprint = async () => {
    const script = fileURLToPath(new URL("./testing/fingerprint.mjs", import.meta.url));
    return (await run(process.execPath, [script])).stdout;
  };

  it("give the same bytes in two processes, and those that they always gave", async () => {
    const [one, other] = await Promise.all([fingerprint(), fingerprint()]);
    expect(other).toBe(one);
    expect(JSON.parse(one)).toEqual({
      restarts: "7f3cd8650af47faa234eb16814bd787721fc1ff7483918b6daf942ef319a8126",
      swaps: "e55383d655924959f4b455965a9ebe45d2f50e56e791654ea8798723731c222b",
    });
  });
});

describe("the package", () => {
  it("exports these names and no others", () => {
    expect(Object.keys(core).sort()).toEqual([
      "KMeansFit",
      "KMeansModel",
      "KentroError",
      "adjustedRandIndex",
      "calinskiHarabasz",
      "daviesBouldin",
      "elbow",
      "fromColumns",
      "kmeans",
      "principalComponents",
      "silhouette",
      "silhouetteSamples",
    ]);
  });

  it("packed and installed finds its workers, and lets the process end", async () => {
    const folder = await mkdtemp(join(tmpdir(), "kentro-installed-"));
    try {
      for (const name of ["kernel", "core"]) await install(name, folder);
      const script = join(folder, "packed.mjs");
      await copyFile(new URL("./testing/packed.mjs", import.meta.url), script);
      const { stdout } = await run(process.execPath, [script], { cwd: folder });
      expect(JSON.parse(stdout)).toEqual({ same: true });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it("bundles for a browser and works with nothing but what a browser has", async () => {
    const bundle = await rolldown({
      input: fileURLToPath(new URL("../dist/index.js", import.meta.url)),
      platform: "browser",
      logLevel: "silent",
    });
    const { output } = await bundle.generate({ format: "iife", name: "kentro" });
    await bundle.close();
    const [{ code, imports, dynamicImports }] = output;
    expect(output.length).toBe(1);
    expect([...imports, ...dynamicImports]).toEqual([]);
    expect(code).not.toMatch(/["'](node:|worker_threads)|\brequire\(/);
    const browser = createContext({ WebAssembly, AbortController, MessageChannel, performance, atob });
    const answer: unknown = await runInContext(
      `${code};
      (async () => {
        const points = [[1, 1], [1, 2], [8, 8], [9, 8]];
        const { inertia, labels } = await kentro.kmeans(points, { k: 2 });
        const { curve } = await kentro.elbow(points, { kMax: 3 });
        const large = new Float64Array(400000).map((_, at) => at % 1000);
        const { k } = await kentro.kmeans({ data: large, rows: 200000, columns: 2 }, { k: 3, restarts: 1 });
        const refused = await kentro.kmeans([], { k: 1 }).catch(({ code }) => code);
        return JSON.stringify({ inertia, same: labels[0] === labels[1], points: curve.length, k, refused });
      })()`,
      browser,
    );
    expect(JSON.parse(String(answer))).toEqual({ inertia: 1, same: true, points: 3, k: 3, refused: "EMPTY" });
  });
});

/** Packs one of our packages and unpacks it where Node looks for packages from a folder. */
async function install(name: string, folder: string): Promise<void> {
  const source = fileURLToPath(new URL(`../../${name}`, import.meta.url));
  const { stdout } = await run("pnpm", ["pack", "--json", "--pack-destination", folder], { cwd: source });
  const { filename }: { filename: string } = JSON.parse(stdout);
  const target = join(folder, "node_modules", "@kentro", name);
  await mkdir(target, { recursive: true });
  await run("tar", ["-xzf", filename, "-C", target, "--strip-components=1"]);
}
