import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mall } from "../mall.ts";
import { Pace } from "../pace.ts";
import { mallLabels } from "../testing/mall-labels.ts";
import { summarize } from "./numeric.ts";

const summaryOf = (values: readonly number[], labels: readonly number[], segments: number) =>
  summarize(Float64Array.from(values), Int32Array.from(values.keys()), Int32Array.from(labels), segments, new Pace());

// numpy 1.24: mean, median, z, mean of the rest, difference to it in standard deviations.
const reference: Readonly<Record<string, readonly (readonly number[])[]>> = {
  Age: [
    [41.114285714285714, 42, 0.16250029019306506, 38.36969696969697, 0.19697004871886703],
    [42.71604938271605, 46, 0.2774535663182681, 36.21848739495798, 0.46630851482061886],
    [32.69230769230769, 32, -0.44191719296133986, 40.3416149068323, -0.548965457094832],
    [25.272727272727273, 23.5, -0.974395918453341, 40.52808988764045, -1.0948268746666752],
    [45.21739130434783, 46, 0.45696659577951115, 38.0225988700565, 0.5163464359090522],
  ],
  "Spending Score (1-100)": [
    [17.114285714285714, 16, -1.2844390658272282, 57.21818181818182, -1.5568958373663373],
    [49.51851851851852, 50, -0.026456174707117565, 50.66386554621849, -0.044464159171626036],
    [82.12820512820512, 83, 1.2395027537948329, 42.46583850931677, 1.539754973658178],
    [79.36363636363636, 77, 1.1321778796599242, 46.59550561797753, 1.2721099771459823],
    [20.91304347826087, 17, -1.1369653606646668, 54.005649717514125, -1.2847066222199623],
  ],
};

test.each(Object.entries(reference))("the mall's %s in five segments is what numpy says", async (name, expected) => {
  const column = mall.columns.find((each) => each.name === name);
  if (column?.type !== "numeric") throw new Error(`${name} is numeric`);
  const rows = Int32Array.from(mallLabels.keys());
  const { segments, against } = await summarize(column.values, rows, mallLabels, 5, new Pace());
  for (const [segment, [mean, median, z, rest, difference]] of expected.entries()) {
    expect(segments[segment]?.mean).toBeCloseTo(mean!, 12);
    expect(segments[segment]?.median).toBe(median);
    expect(segments[segment]?.z).toBeCloseTo(z!, 12);
    expect(against[segment]?.rest).toBeCloseTo(rest!, 12);
    expect(against[segment]?.difference).toBeCloseTo(difference!, 12);
  }
});

describe("cells", () => {
  test("that are missing do not count", async () => {
    const { segments } = await summaryOf([1, Number.NaN, 3, 10], [0, 0, 0, 1], 2);
    expect(segments[0]).toMatchObject({ mean: 2, median: 2 });
  });

  test("missing throughout a segment leave it without a summary", async () => {
    const { segments, against } = await summaryOf([1, 3, Number.NaN], [0, 0, 1], 2);
    expect([segments[1], against[1]]).toEqual([null, null]);
    expect(against[0]).toBeNull();
  });

  test("missing everywhere leave nothing", async () => {
    const { segments, against } = await summaryOf([Number.NaN, Number.NaN], [0, 1], 2);
    expect([...segments, ...against]).toEqual([null, null, null, null]);
  });

  test("of rows that are not used do not count", async () => {
    const values = Float64Array.of(1, 500, 3);
    const { segments } = await summarize(values, Int32Array.of(0, 2), Int32Array.of(0, 0), 1, new Pace());
    expect(segments[0]?.mean).toBe(2);
  });
});

test("a column that does not vary has z 0 and stands against nothing", async () => {
  const { segments, against } = await summaryOf([0.1, 0.1, 0.1], [0, 0, 1], 2);
  expect(segments).toEqual([
    { mean: 0.1, median: 0.1, z: 0 },
    { mean: 0.1, median: 0.1, z: 0 },
  ]);
  expect(against).toEqual([null, null]);
});

test("the largest and smallest numbers there are keep their means", async () => {
  const huge = await summaryOf([Number.MAX_VALUE, Number.MAX_VALUE, -Number.MAX_VALUE], [0, 0, 1], 2);
  expect(huge.segments.map((each) => each?.mean)).toEqual([Number.MAX_VALUE, -Number.MAX_VALUE]);
  const tiny = await summaryOf([5e-324, 5e-324, 0], [0, 0, 1], 2);
  expect(tiny.segments.map((each) => each?.mean)).toEqual([5e-324, 0]);
});

test("what it says is finite, within the values, and the same to the bit in any order of rows", async () => {
  const cell = fc.record({
    value: fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(Number.NaN)),
    label: fc.nat(2),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(cell, { minLength: 1, maxLength: 12 }),
      fc.infiniteStream(fc.nat()),
      async (cells, keys) => {
        const summary = await summaryOf(
          cells.map(({ value }) => value),
          cells.map(({ label }) => label),
          3,
        );
        for (const [segment, own] of summary.segments.entries()) {
          const values = cells.filter(({ value, label }) => label === segment && !Number.isNaN(value));
          if (own === null) expect(values).toEqual([]);
          else {
            const all = values.map(({ value }) => value);
            for (const number of [own.mean, own.median]) {
              expect(number >= Math.min(...all) && number <= Math.max(...all)).toBe(true);
            }
            expect(own.z).toSatisfy(Number.isFinite);
          }
        }
        const order = cells.map((each) => ({ each, key: keys.next().value ?? 0 })).sort((a, b) => a.key - b.key);
        const again = await summaryOf(
          order.map(({ each }) => each.value),
          order.map(({ each }) => each.label),
          3,
        );
        expect(again).toEqual(summary);
      },
    ),
    { seed: 4, numRuns: 300 },
  );
});
