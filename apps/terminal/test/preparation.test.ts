import { readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { kentro, workplace } from "./program.ts";
import { csvOf, shop } from "./shop.ts";

const place = workplace();
afterAll(() => place.remove());

const CHOICES =
  "--features income,spending,visits --categorical plan --log spending --clip 2%,98% --missing median --missing category " +
  "--weight income=2 --weight plan=0.5 --scale robust --value spending --id customer --seed 5";

let found: Found;
let model: Model;

beforeAll(async () => {
  const customers = shop().map((each, row) => ({
    ...each,
    income: row === 10 ? "unknown" : each.income,
    plan: row === 11 ? "" : each.plan,
    spending: row === 12 ? 90_000 : each.spending,
  }));
  writeFileSync(place.at("shop.csv"), csvOf(customers));
  const args = `segment shop.csv --k 3 --resamples 0 ${CHOICES} --json --model model.json`;
  const { code, stdout, stderr } = await kentro(args.split(" "), place.path);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  found = JSON.parse(stdout);
  model = JSON.parse(readFileSync(place.at("model.json"), "utf8"));
});

interface Found {
  readonly rows: number;
  readonly rowsRead: number;
  readonly value: { readonly column: string; readonly total: number };
  readonly segments: readonly { readonly value: { readonly total: number; readonly share: number } }[];
  readonly notes: { readonly sentences: readonly string[] };
}

interface Model {
  readonly seed: number;
  readonly features: readonly { readonly name: string; readonly weight: number; readonly [key: string]: unknown }[];
}

describe("each choice of preparation", () => {
  it("is told among the data notes", () => {
    const notes = found.notes.sentences.join("\n");
    for (const said of [
      /^150 rows read, all used\.$/m,
      /1 missing or unreadable value of income became its median/,
      /1 row without plan is a category of its own/,
      /spending is clipped at .* \(its quantiles 0\.02 and 0\.98\)/,
      /By their logarithm ln\(1 \+ x\): spending/,
      /By their categories: plan/,
      /income counts 2 times/,
      /plan counts 0\.5 times/,
      /median 0 and interquartile range 1/,
      /customer left out: it names the customers/,
    ]) {
      expect(notes).toMatch(said);
    }
  });

  it("is written into the model", () => {
    expect(model.seed).toBe(5);
    expect(model.features.map(({ name, weight }) => [name, weight])).toEqual([
      ["income", 2],
      ["spending", 1],
      ["visits", 1],
      ["plan", 0.5],
    ]);
    expect(model.features[1]).toMatchObject({ log: true, clip: { high: expect.any(Number) } });
    expect(model.features[3]).toMatchObject({ type: "category", missing: true });
  });

  it("leaves values of the file as they are where money is added up", () => {
    const total = shop().reduce((sum, { spending }, row) => sum + (row === 12 ? 90_000 : spending), 0);
    expect(found.value).toMatchObject({ column: "spending", total });
    expect(found.segments.reduce((sum, { value }) => sum + value.share, 0)).toBeCloseTo(1, 12);
  });
});
