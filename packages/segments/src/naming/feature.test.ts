import { describe, expect, test } from "vitest";
import { nameSegments } from "./names.ts";

/** Names of segments from the counts of a column's values, and nothing else. */
const named = (column: string, values: readonly string[], segments: readonly (readonly number[])[]) =>
  nameSegments([], [], segments.length, [{ column, counts: { values, segments } }]);

const names = (...given: Parameters<typeof named>) => named(...given).map(({ name }) => name);

describe("segments found by categories are named by them:", () => {
  test("of two values by the one that there is more of", () => {
    expect(
      names(
        "Gender",
        ["Female", "Male"],
        [
          [38, 2],
          [3, 37],
        ],
      ),
    ).toEqual(["mostly Female", "mostly Male"]);
    expect(
      names(
        "Gender",
        ["Female", "Male"],
        [
          [22, 18],
          [8, 32],
        ],
      ),
    ).toEqual(["more Female", "mostly Male"]);
  });

  test("of several values by the one that tells a segment from the rest", () => {
    const counts = [
      [30, 1, 1],
      [2, 28, 2],
      [1, 1, 26],
    ];
    expect(names("Town", ["Bonn", "Rome", "Oslo"], counts)).toEqual(["mostly Bonn", "mostly Rome", "mostly Oslo"]);
  });

  test("by a value that is missing there, where that is what tells", () => {
    const [none] = names(
      "Town",
      ["Bonn", "Rome", "Oslo"],
      [
        [0, 20, 20],
        [30, 15, 15],
      ],
    );
    expect(none).toBe("fewer Bonn");
  });

  test.each([
    ["Newsletter", "mostly without newsletter", "mostly with newsletter"],
    ["has_app", "mostly without app", "mostly with app"],
    ["Member", "mostly not member", "mostly member"],
    ["is_vip", "mostly not vip", "mostly vip"],
  ])("of yes and no in %s by who has it, or is it, and who not", (column, no, yes) => {
    const both = [
      [38, 2],
      [3, 37],
    ];
    expect(names(column, ["no", "Yes"], both)).toEqual([no, yes]);
  });

  test("with the column's word where a value does not say what it is", () => {
    const both = [
      [40, 0],
      [0, 40],
    ];
    expect(names("Region", ["1", "2"], both)).toEqual(["mostly region 1", "mostly region 2"]);
    expect(names("Gender", ["f", "m"], both)).toEqual(["mostly gender f", "mostly gender m"]);
    const columns = ["Plan", "Town"].map((column, i) => {
      return { column, counts: { values: ["other", `own ${i}`], segments: i === 0 ? both : both.toReversed() } };
    });
    const [first, second] = nameSegments([], [], 2, columns);
    expect([first?.name, second?.name]).toEqual(["mostly plan other", "mostly own 0"]);
  });

  test("by what is missing, where that is a value of its own", () => {
    const counts = [
      [0, 40, 0],
      [0, 0, 40],
      [40, 0, 0],
    ];
    expect(names("Town", ["", "Bonn", "Rome"], counts)).toEqual(["mostly Bonn", "mostly Rome", "mostly unknown town"]);
  });

  test("with the value as evidence, and its shares", () => {
    const [first] = named(
      "Gender",
      ["Female", "Male"],
      [
        [30, 10],
        [10, 30],
      ],
    );
    expect(first?.evidence).toEqual([
      { feature: "Gender", value: "Female", level: "high", mean: 0.75, rest: 0.25, difference: 1 },
    ]);
  });

  test("in visible characters", () => {
    const [first] = names(
      "Town",
      ["\u001b[31mBonn", "\u0000"],
      [
        [40, 0],
        [0, 40],
      ],
    );
    expect(first).toBe("mostly [31mBonn");
  });
});

test("a column of categories that does not vary names nothing", () => {
  expect(names("Town", ["Bonn"], [[4], [5]])).toEqual(["all customers", "all customers (B)"]);
});
