import { writeFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { mallCsv, TWO_FEATURES } from "./mall-csv.ts";
import { kentro, workplace } from "./program.ts";

const place = workplace();
const plain = ["--features", TWO_FEATURES.join(","), "--scale", "none"];
afterAll(() => place.remove());

/** The object that a command prints with --json, which must be all that it prints. */
async function json(...args: string[]) {
  const stability = args[0] === "segment" ? ["--resamples", "0"] : [];
  const { code, stdout, stderr } = await kentro([...args, ...stability, "--json"], place.path);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout.endsWith("}\n")).toBe(true);
  return JSON.parse(stdout);
}

describe.concurrent("kentro segment --json", () => {
  it("finds the textbook's five segments of the mall customers, in the shape that is promised", async () => {
    const found = await json("segment", "mall", ...plain, "--k", "5");
    const keys = "rows rowsRead features scale k structure seed inertia silhouette segments labels";
    expect(Object.keys(found)).toEqual(expect.arrayContaining(keys.split(" ")));
    expect(found).toMatchObject({
      ...{ rows: 200, rowsRead: 200, features: TWO_FEATURES, scale: "none", k: 5, structure: "clear", seed: 0 },
      silhouette: expect.closeTo(0.553931997444648, 12),
    });
    expect(Math.abs(found.inertia / 44448.45544793371 - 1)).toBeLessThan(1e-9);
    for (const [id, segment] of found.segments.entries()) {
      expect(Object.keys(segment).slice(0, 6)).toEqual(["id", "letter", "name", "size", "share", "means"]);
      expect(segment).toMatchObject({ id, letter: "ABCDE"[id], share: segment.size / 200 });
      expect(Object.keys(segment.means)).toEqual(["CustomerID", "Age", ...TWO_FEATURES]);
    }
    expect(found.segments.map(({ size }: { size: number }) => size)).toEqual([81, 39, 35, 23, 22]);
    const counted = found.segments.map(
      (_: unknown, id: number) => found.labels.filter((of: number) => of === id).length,
    );
    expect(counted).toEqual([81, 39, 35, 23, 22]);
  });

  it("takes income and score of the sample by itself, and every column where all are asked for", async () => {
    const [preset, named, all] = await Promise.all([
      json("segment", "mall", "--k", "5"),
      json("segment", "mall", "--k", "5", "--feature", "income", "--feature", "SPENDING score"),
      json("segment", "mall", "--k", "5", "--features", "all"),
    ]);
    expect(preset.features).toEqual(TWO_FEATURES);
    // What was asked for in other words is told in them.
    expect({ ...named, columns: preset.columns }).toEqual(preset);
    expect(all.features).toEqual(["Age", ...TWO_FEATURES]);
  });

  it("says of a file of the mall customers what it says of the sample, however the file is written", async () => {
    const options = ["--features", "income,score", "--k", "5"];
    const sample = await json("segment", "mall", ...options);
    for (const [name, text] of Object.entries(DIALECTS)) {
      writeFileSync(place.at(name), text);
      expect(await json("segment", name, ...options)).toEqual(sample);
    }
  });

  it("takes the scale, the seed, the restarts, the largest k and the id as told", async () => {
    const options = "--features age,income --scale minmax --seed 7 --restarts 2 --k auto --k-max 3 --id customer";
    const found = await json("segment", "mall", ...options.split(" "));
    expect(found).toMatchObject({ features: ["Age", "Annual Income (k$)"], scale: "minmax", seed: 7 });
    expect(found.k).toBeLessThanOrEqual(3);
  });

  it("counts the rows it had to leave out, and gives them no label", async () => {
    writeFileSync(place.at("gaps.csv"), "name,a\nann,1\nbob,\neve,9\nian,8\nkim,n/a\nliz,2\n");
    const found = await json("segment", "gaps.csv", "--k", "2");
    expect(found).toMatchObject({ rows: 4, rowsRead: 6, features: ["a"] });
    expect(found.labels).toEqual([0, null, 1, 1, null, 0]);
  });

  it("edits what it found, in order, and tells which edits and which notes", async () => {
    const edits = ["merge d, e", "rename C=Best spenders", "note C=Call in May", "split A", "note E="];
    const found = await json("segment", "mall", ...edits.flatMap((edit) => ["--edit", edit]));
    expect(found.headline).toBe(
      "5 segments of 200 customers: 5 found by the elbow of the curve over k = 1 to 10, then D and E merged, then A split.",
    );
    expect(found.edits).toEqual([
      { type: "merge", segments: ["D", "E"] },
      { type: "rename", segment: "C", name: "Best spenders" },
      { type: "note", segment: "C", note: "Call in May" },
      { type: "split", segment: "A" },
      { type: "note", segment: "E", note: "" },
    ]);
    expect(found.k).toBe(5);
    const noted = found.segments.filter(({ note }: { note: string | null }) => note !== null);
    expect(noted).toMatchObject([{ name: "Best spenders", size: 39, note: "Call in May" }]);
  });

  it("keeps names and notes in the model, for next month's segments", async () => {
    const said = ["--edit", "rename B=Best spenders", "--edit", "note B==cmd() <script>"];
    await json("segment", "mall", "--k", "5", ...said, "--model", "edited.json");
    const next = await json("segment", "mall", "--k", "5", "--previous", "edited.json");
    expect(next.segments[1]).toMatchObject({ letter: "B", name: "Best spenders", note: "=cmd() <script>" });
    expect(next.edits).toEqual([]);
    const { segments } = await json("predict", "edited.json", "mall");
    expect(segments[1]).toEqual({ id: 1, letter: "B", name: "Best spenders", size: 39, share: 0.195 });
  });

  it("gives one segment no silhouette", async () => {
    expect(await json("segment", "mall", "--k", "1")).toMatchObject({ k: 1, silhouette: null, structure: "none" });
  });

  it("sends no character that a terminal obeys, and loses none", async () => {
    const name = "a\u009b31m\u202e\u007f";
    writeFileSync(place.at("codes.csv"), `${name},\x1b]0;b\x07\n1,5\n2,6\n9,5\n8,7\n`);
    const { stdout } = await kentro(["segment", "codes.csv", "--k", "2", "--json"], place.path);
    expect(stdout).not.toMatch(/(?!\n)[\p{Cc}\u202e]/u);
    expect(JSON.parse(stdout).features).toEqual([name, "\x1b]0;b\x07"]);
  });
});

describe.concurrent("kentro elbow --json", () => {
  it("finds five segments of the mall customers, along the best curve known", async () => {
    const found = await json("elbow", "mall", ...plain);
    expect(Object.keys(found).slice(0, 8)).toEqual("rows rowsRead features scale curve k strength reason".split(" "));
    expect(found).toMatchObject({ rows: 200, rowsRead: 200, features: TWO_FEATURES, scale: "none", k: 5 });
    expect(found.strength).toBeGreaterThan(0);
    expect(found.reason).toMatch(/^From k = 4 to 5 inertia falls to .*\.$/);
    for (const [index, point] of found.curve.entries()) {
      expect(Object.keys(point)).toEqual(["k", "inertia", "silhouette"]);
      expect(point.k).toBe(index + 1);
      expect(point.inertia).toBeGreaterThan((BEST[index] ?? 0) * (1 - 1e-6));
      expect(point.inertia).toBeLessThan((BEST[index] ?? 0) * (index < 6 ? 1 + 1e-6 : 1.01));
    }
    expect(found.curve).toHaveLength(BEST.length);
    expect(found.curve[0].silhouette).toBeNull();
    expect(found.curve[4].silhouette).toBeCloseTo(0.553931997444648, 12);
  });
});

const DIALECTS = {
  "commas.csv": mallCsv(),
  "bom-semicolons-and-crlf.csv": `\ufeff${mallCsv("\r\n", ";")}`,
};

/** The lowest inertia known for each k from 1: income and score of the mall customers, not scaled. */
const BEST = [
  269981.28, 181363.595959596, 106348.37306211119, 73679.78903948834, 44448.45544793371, 37233.81451071001, 30227.61,
  24986.53, 21794.89, 19634.55,
];
