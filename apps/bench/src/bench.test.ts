import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const PROGRAM = fileURLToPath(new URL("../dist/bench.js", import.meta.url));

/** Runs the program as built, without scikit-learn: what a test finds must not depend on the machine's Python. */
function bench(...args: readonly string[]): {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
} {
  const env = { ...process.env, KENTRO_PYTHON: "/nowhere/python3" };
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], { env, encoding: "utf8" });
  return { status, out: stdout, err: stderr };
}

test("a quick comparison prints a table, writes JSON into a file, and says that scikit-learn is left out", () => {
  const folder = mkdtempSync(join(tmpdir(), "kentro-bench-"));
  try {
    const file = join(folder, "result.json");
    const { status, out, err } = bench("--quick", "--case", "mall", "--json", file);
    expect(err).toBe(
      "bench: scikit-learn is left out: /nowhere/python3 cannot import it (KENTRO_PYTHON names another Python).\n",
    );
    expect(out).toContain("mall: 200 x 2, k 5");
    for (const title of ["kentro float32", "kentro float64", "ml-kmeans float64", "skmeans float64"]) {
      expect(out).toMatch(new RegExp(`^${title} +-?[0-9.]+ .* \\+[0-9.]+ % `, "m"));
    }
    expect(out).toContain("All labels agree.");
    expect(JSON.parse(readFileSync(file, "utf8")).quick).toBe(true);
    expect(status).toBe(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("JSON on standard output is all there is, with every sample", () => {
  const { status, out } = bench("--quick", "--case", "mall", "--json");
  const { machine, versions, cases } = JSON.parse(out);
  expect(machine.cores).toBeGreaterThan(0);
  expect(versions["ml-kmeans"]).toBe("7.0.1");
  expect(cases).toHaveLength(1);
  for (const { iterationSamplesMs, wholeFitSamplesMs } of cases[0].measured) {
    expect(iterationSamplesMs).toHaveLength(3);
    expect(wholeFitSamplesMs).toHaveLength(3);
  }
  expect(status).toBe(0);
});

test("help is printed, and nothing measured", () => {
  const { status, out } = bench("--help");
  expect(out).toContain("Usage: pnpm bench");
  expect(status).toBe(0);
});

test("an unknown option ends with 2 and one sentence", () => {
  const { status, out, err } = bench("--fast");
  expect([status, out]).toEqual([2, ""]);
  expect(err).toBe('bench: There is no option "--fast": --help shows those that there are.\n');
});
