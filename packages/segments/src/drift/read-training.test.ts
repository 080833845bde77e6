import { describe, expect, test } from "vitest";
import { mall } from "../mall.ts";
import { SegmentationModel } from "../model/segmentation-model.ts";
import { segment } from "../segment.ts";

const { model } = await segment(mall, { features: ["Age"], categorical: ["Gender"], k: 3, resamples: 0 });

/** The saved model with one place of what it remembers changed. */
function changed(path: readonly (string | number)[], value: unknown): unknown {
  const saved = JSON.parse(JSON.stringify(model));
  const place = path.slice(0, -1).reduce((at, key) => at[key], saved.training);
  if (value === undefined) delete place[path.at(-1)!];
  else place[path.at(-1)!] = value;
  return saved;
}

test("what a model remembers survives being saved", () => {
  const read = SegmentationModel.fromJSON(JSON.parse(JSON.stringify(model)));
  expect(read.training).toEqual(model.training);
});

describe("a saved model is refused", () => {
  test.each<[string, readonly (string | number)[], unknown, string]>([
    ["without distances", ["far"], undefined, "training.far should be there"],
    ["with a distance that is none", ["far"], -1, "training.far should be a number from 0"],
    ["with a key that nobody knows", ["customers"], [], 'training should be without the unknown key "customers"'],
    ["with features too many", ["features", 2], {}, "training.features should be a list of 2 entries"],
    ["with another type", ["features", 0, "type"], "category", "training.features[0] should be of the type numeric"],
    [
      "with edges out of order",
      ["features", 0, "edges", 1],
      -5,
      "training.features[0].edges should be in ascending order",
    ],
    [
      "with edges that are equal",
      ["features", 0, "edges", 1],
      21,
      "training.features[0].edges should be in ascending order",
    ],
    [
      "with an edge that is no number",
      ["features", 0, "edges", 0],
      null,
      "training.features[0].edges[0] should be a number",
    ],
    [
      "with counts too few",
      ["features", 0, "counts"],
      [],
      "training.features[0].counts should be a list of 10 entries",
    ],
    [
      "with half a customer",
      ["features", 0, "counts", 0],
      0.5,
      "training.features[0].counts[0] should be a whole number",
    ],
    [
      "with fewer than none missing",
      ["features", 0, "missing"],
      -1,
      "training.features[0].missing should be a whole number",
    ],
    [
      "with a category twice",
      ["features", 1, "categories", 1],
      "Female",
      "categories should be of categories that differ",
    ],
    [
      "with a category for no count",
      ["features", 1, "counts"],
      [5],
      "training.features[1].counts should be a list of 2 entries",
    ],
    ["with a rest that is none", ["features", 1, "rest"], "5", "training.features[1].rest should be a whole number"],
  ])("%s", (_, path, value, message) => {
    expect(() => SegmentationModel.fromJSON(changed(path, value))).toThrow(message);
  });
});
