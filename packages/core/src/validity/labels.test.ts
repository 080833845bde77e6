import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../testing/expectations.ts";
import { untyped } from "../testing/untyped.ts";
import { adjustedRandIndex } from "./adjusted-rand-index.ts";
import { calinskiHarabasz } from "./calinski-harabasz.ts";
import { daviesBouldin } from "./davies-bouldin.ts";
import { encodeLabels } from "./labels.ts";
import { silhouette, silhouetteSamples } from "./silhouette.ts";

const points = [[1], [2], [8], [9]];

describe("labels as codes", () => {
  it("are the places of their values in ascending order, with how often each comes", () => {
    const { codes, k, sizes } = encodeLabels([7, -2, 7, 3, -2, 7], 6);
    expect([...codes]).toEqual([2, 0, 2, 1, 0, 2]);
    expect([k, ...sizes]).toEqual([3, 2, 1, 3]);
  });

  it("are the same whether the values lie near each other or far apart", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -4, max: 4 }), { maxLength: 30 }), (labels) => {
        const far = labels.map((label) => label * 1_000_003 + 5);
        expect(encodeLabels(labels, labels.length)).toEqual(encodeLabels(far, far.length));
      }),
    );
  });
});

describe.each([
  { name: "silhouette", index: silhouette },
  { name: "silhouetteSamples", index: silhouetteSamples },
  { name: "calinskiHarabasz", index: calinskiHarabasz },
  { name: "daviesBouldin", index: daviesBouldin },
])("$name refuses", ({ index }) => {
  it.each<[string, unknown, string]>([
    ["too few", [0, 0, 1], "each of 4 rows, got 3"],
    ["too many", [0, 0, 1, 1, 1], "each of 4 rows, got 5"],
    ["none", undefined, "got undefined"],
    ["null", null, "got null"],
    ["a word", "0011", "got .*string"],
    ["one cluster", [3, 3, 3, 3], "at least 2 clusters and fewer than there are rows \\(4\\), got 1"],
    ["as many clusters as rows", [0, 1, 2, 3], "got 4"],
  ])("labels that are %s", async (_, labels, says) => {
    await expectRefusal(() => index(points, untyped(labels)), "INVALID_LABELS", { says });
  });

  it.each([[0.5], [Number.NaN], [Number.POSITIVE_INFINITY], ["1"], [null], [undefined]])(
    "a label of %s, naming the row",
    async (label) => {
      await expectRefusal(() => index(points, untyped([0, 0, label, 1])), "INVALID_LABELS", { row: 2, says: "row 2" });
    },
  );

  it("points that kmeans refuses", async () => {
    await expectRefusal(() => index([], []), "EMPTY");
    await expectRefusal(() => index([[1], [2, 3]], [0, 1]), "RAGGED", { row: 1 });
    await expectRefusal(() => index([[1], [Number.NaN], [2]], [0, 1, 1]), "NOT_FINITE", { row: 1, column: 0 });
  });

  it("threads that are no number of threads", async () => {
    await expectRefusal(() => index(points, [0, 0, 1, 1], { threads: 0.5 }), "INVALID_OPTION");
  });
});

describe("adjustedRandIndex refuses", () => {
  it.each([
    [[0, 1], [0]],
    [[0], [0, 1]],
    [undefined, [0, 1]],
    [[0, 1], null],
  ])("labels %j and %j", async (a, b) => {
    await expectRefusal(() => adjustedRandIndex(untyped(a), untyped(b)), "INVALID_LABELS");
  });

  it.each([[0.5], [Number.NaN], ["1"], [null]])("a label of %s, naming the row", async (label) => {
    await expectRefusal(() => adjustedRandIndex(untyped([0, label]), [0, 1]), "INVALID_LABELS", { row: 1 });
    await expectRefusal(() => adjustedRandIndex([0, 1], untyped([0, label])), "INVALID_LABELS", { row: 1 });
  });
});
