import { describe, expect, test } from "vitest";
import { chooseFeatures } from "../columns/choice.ts";
import type { SegmentOptions } from "../options.ts";
import { Pace } from "../pace.ts";
import { tableOf } from "../testing/table.ts";
import { waysOf } from "./ways.ts";

const table = tableOf({
  "Annual income": [10, 20, 35],
  Age: [20, 30.5, 40],
  Member: ["yes", "no", "no"],
  Town: ["a", "b", "a"],
});

async function ways(options: SegmentOptions) {
  const { features = "all", id, categorical } = options;
  return waysOf(table, await chooseFeatures(table, features, id, new Pace(), categorical), options);
}

test("each column has its own, named by a part of its name as features are", async () => {
  const { numbers, categories } = await ways({
    ...{ features: ["age", "income", "member"], categorical: ["town"], scale: "robust", log: ["income"] },
    ...{ clip: [0.1, 0.9], missing: ["median", "category"], weights: { AGE: 2, town: 0.5 } },
  });
  const clip = [0.1, 0.9];
  expect(numbers).toEqual([
    { scale: "robust", weight: 2, yesNo: false, log: false, clip, median: true },
    { scale: "robust", weight: 1, yesNo: false, log: true, clip, median: true },
    { scale: "robust", weight: 1, yesNo: true, log: false, clip: null, median: true },
  ]);
  expect(categories).toEqual([{ scale: "robust", weight: 0.5, values: "text", missing: true }]);
});

test("nothing is done but scaling unless it is asked for", async () => {
  const { numbers } = await ways({ features: ["age"] });
  expect(numbers).toEqual([{ scale: "standard", weight: 1, yesNo: false, log: false, clip: null, median: false }]);
});

test("a number may be a category", async () => {
  expect((await ways({ features: ["income"], categorical: ["age"] })).categories).toMatchObject([{ values: "number" }]);
});

describe("refused is", () => {
  test.each<[string, SegmentOptions, string]>([
    [
      "the logarithm of a column that was not asked for",
      { features: ["age"], log: ["income"] },
      'The option log names "Annual income", which is not clustered by (Annual income left out: not asked for).',
    ],
    [
      "the logarithm of a column that the default left out",
      { log: ["town"] },
      'The option log names "Town", which is not clustered by (Town left out: text, kept for the profile).',
    ],
    [
      "the logarithm of a category",
      { categorical: ["town"], log: ["town"] },
      'The option log names "Town", which is a category: only numbers have a logarithm.',
    ],
    [
      "the logarithm of yes and no",
      { features: ["member"], log: ["member"] },
      'The option log names "Member", which holds yes and no: only numbers have a logarithm.',
    ],
    [
      "the weight of a column that is not clustered by",
      { features: ["age"], weights: { income: 2 } },
      'The option weights names "Annual income", which is not clustered by',
    ],
    [
      "two weights of one column",
      { features: ["age"], weights: { age: 2, Age: 3 } },
      'The option weights names "Age" twice, the second time as "Age".',
    ],
  ])("%s", async (_, options, message) => {
    await expect(ways(options)).rejects.toThrow(message);
    await expect(ways(options)).rejects.toMatchObject({ code: "INVALID_OPTION" });
  });

  test("a name of no column", async () => {
    await expect(ways({ log: ["zebra"] })).rejects.toMatchObject({ code: "UNKNOWN_COLUMN" });
  });
});
