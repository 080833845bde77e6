import { expect, test } from "vitest";
import { Pace } from "../pace.ts";
import { madeModel, numberFeature } from "../testing/made-model.ts";
import { tableOf } from "../testing/table.ts";
import { earlierLabels } from "./earlier-labels.ts";

const plan = {
  name: "plan",
  type: "category",
  values: "text",
  categories: ["free", "pro"],
  spread: 1,
  weight: 1,
} as const;

test("rows have the segments that the model predicts", async () => {
  const model = madeModel([numberFeature("x", { log: true, missing: 0 })], [[0], [5]]);
  const table = tableOf({ X: [0, 100, null, -0.5] });
  expect([...(await earlierLabels(model, table, {}, new Pace()))]).toEqual([...(await model.predict(table)).labels]);
});

test.each([false, true])(
  "a category that it does not know is in none, whether a missing one is %s in one",
  async (missing) => {
    const centroids = missing
      ? [
          [1, 0, 0],
          [0, 1, 0],
        ]
      : [
          [1, 0],
          [0, 1],
        ];
    const model = madeModel([{ ...plan, missing }], centroids);
    const labels = await earlierLabels(model, tableOf({ plan: ["free", "ultra", "pro"] }), {}, new Pace());
    expect([...labels]).toEqual([1, -1, 0]);
  },
);

test("a number without a logarithm, or too large, is in none", async () => {
  const model = madeModel([numberFeature("x", { log: true, missing: 0 })], [[0], [5]]);
  const labels = await earlierLabels(model, tableOf({ x: [100, -1, -7, 1e101, 0] }), {}, new Pace());
  expect([...labels]).toEqual([0, -1, -1, -1, 1]);
});
