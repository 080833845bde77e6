import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { readResult } from "./report/read-result.ts";
import { RESULT } from "./testing/measured.ts";

const PROGRAM = fileURLToPath(new URL("../dist/bench.js", import.meta.url));
const FOLDER = mkdtempSync(join(tmpdir(), "kentro-bench-test-"));
/** What a test finds must not depend on the machine's Python. */
const ENV = { ...process.env, KENTRO_PYTHON: "/nowhere/python3" };

afterAll(() => rmSync(FOLDER, { recursive: true }));

/** Runs the program as built, without scikit-learn. */
function bench(...args: readonly string[]): {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
} {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], { env: ENV, encoding: "utf8" });
  return { status, out: stdout, err: stderr };
}

test("a comparison prints tables, writes JSON, and says in a line that scikit-learn is left out", () => {
  const file = join(FOLDER, "result.json");
  const { status, out, err } = bench("--quick", "--only", "iteration,fit", "--case", "mall", "--json", file);
  expect(err).toMatch(/^bench: scikit-learn is left out: \/nowhere\/python3 cannot import it.*\n$/);
  expect(out).toContain("200 x 2 k 5 mall: iteration");
  expect(out).toContain("200 x 2 k 5 mall: fit");
  expect(out).toMatch(/^@thi\.ng\/k-means float64, 1 thread +-?[0-9.]+ .* \+[0-9.]+ %$/m);
  expect(out).toContain("All answers that must be equal are.");
  const { breadth, measurements, versions } = readResult(JSON.parse(readFileSync(file, "utf8")));
  expect(breadth).toBe("quick");
  expect(versions["ml-kmeans"]).toBe("7.0.1");
  expect(measurements.map(({ work }) => work)).toEqual(["iteration", "fit"]);
  for (const { measured } of measurements) for (const { samplesMs } of measured) expect(samplesMs).toHaveLength(3);
  expect(status).toBe(0);
});

test("JSON on standard output is all there is", () => {
  const { status, out } = bench("--quick", "--only", "fit", "--case", "mall", "--json", "-");
  expect(readResult(JSON.parse(out)).measurements).toHaveLength(1);
  expect(status).toBe(0);
});

test("a set that comes with scikit-learn is left out without it, in a line", () => {
  const { status, err } = bench("--only", "optimum", "--case", "iris");
  expect(err).toContain("bench: 150 x 4 k 3 iris is left out: its points come with scikit-learn.\n");
  expect(status).toBe(0);
});

test("an earlier result is shown, drawn, and put into a README", () => {
  const [json, svg, readme] = ["a.json", "a.svg", "a.md"].map((name) => join(FOLDER, name));
  writeFileSync(json, JSON.stringify(RESULT));
  writeFileSync(readme, "<!-- bench -->\n<!-- /bench -->\n");
  expect(bench("--from", json).out).toContain("Reached: 1 of 4");
  expect(bench("--from", json, "--svg", svg, "--readme", readme)).toEqual({ status: 0, out: "", err: "" });
  expect(readFileSync(svg, "utf8")).toContain("<svg");
  expect(readFileSync(readme, "utf8")).toContain("| One iteration, one thread each | Kentro |");
});

test("help is printed, and nothing measured", () => {
  const { status, out } = bench("--help");
  expect(out).toContain("Usage: pnpm bench");
  expect(status).toBe(0);
});

test.each([
  [["--fast"], "bench: Unknown option '--fast': --help shows what there is.\n"],
  [["--quick", "--case", "iris"], "bench: Nothing is left to measure"],
])("%j ends with 2 and one sentence", (args, sentence) => {
  const { status, out, err } = bench(...args);
  expect([status, out]).toEqual([2, ""]);
  expect(err).toContain(sentence);
});

test("an interrupted comparison ends at once, with 130", async () => {
  const child = spawn(process.execPath, [PROGRAM, "--only", "iteration", "--case", "1M x 4"], { env: ENV });
  const ended = once(child, "exit");
  // By then it measures.
  await once(child.stdout, "data");
  child.kill("SIGINT");
  expect(await ended).toEqual([130, null]);
});
