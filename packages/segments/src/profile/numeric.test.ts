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

// pandas 1.5.3: groupby(segment)[column].quantile([0.25, 0.75]), and groupby mean / mean - 1.
const spread: Readonly<Record<string, readonly (readonly number[])[]>> = {
  Age: [
    [34.0, 47.5, 0.05828277256848691],
    [27.0, 54.0, 0.09951221062332172],
    [30.0, 35.5, -0.15849915849915852],
    [21.25, 29.75, -0.34947934947934944],
    [35.5, 53.5, 0.16389681607072903],
  ],
  "Annual Income (k$)": [
    [77.5, 97.5, 0.4564068692206076],
    [48.0, 62.0, -0.08691716815891193],
    [75.5, 95.0, 0.42897063306574523],
    [19.25, 32.25, -0.5751771346223129],
    [19.5, 33.0, -0.5656481534661995],
  ],
  "Spending Score (1-100)": [
    [10.0, 23.5, -0.6590779738190097],
    [44.0, 55.0, -0.01357532831636421],
    [74.5, 90.0, 0.6360200224742056],
    [73.0, 85.75, 0.580948931546541],
    [9.5, 33.5, -0.5834055084011779],
  ],
};

test.each(Object.entries(spread))(
  "the quartiles of the mall's %s and its importance are what pandas says",
  async (name, expected) => {
    const column = mall.columns.find((each) => each.name === name);
    if (column?.type !== "numeric") throw new Error(`${name} is numeric`);
    const { segments } = await summarize(column.values, Int32Array.from(mallLabels.keys()), mallLabels, 5, new Pace());
    for (const [segment, [lower, upper, importance]] of expected.entries()) {
      expect([segments[segment]?.lower, segments[segment]?.upper]).toEqual([lower, upper]);
      expect(segments[segment]?.importance).toBeCloseTo(importance!, 12);
    }
  },
);

describe("importance", () => {
  const importanceOf = async (values: readonly number[]) =>
    (await summaryOf(values, [0, 0, 1, 1], 2)).segments.map((each) => each?.importance);

  test("is how far a segment's mean is from everybody's, as a share of it", async () => {
    expect(await importanceOf([2, 4, 1, 1])).toEqual([0.5, -0.5]);
  });

  test("is not told of a column with negative values, nor of one that is 0 throughout", async () => {
    expect(await importanceOf([2, 4, -1, 3])).toEqual([null, null]);
    expect(await importanceOf([0, 0, 0, 0])).toEqual([null, null]);
  });
});

test("a column has its mean and sum over everybody, and its sum in each segment", async () => {
  const { everybody, totals } = await summaryOf([1, 2, Number.NaN, 6, 7], [0, 0, 0, 1, 1], 3);
  expect(everybody).toEqual({ mean: 4, total: 16 });
  expect(totals).toEqual([3, 13, 0]);
});

describe("whole numbers", () => {
  test("are told of as the same numbers with a fraction among them are", async () => {
    const cells = fc.array(fc.record({ value: fc.integer({ min: -9, max: 9 }), label: fc.nat(2) }), {
      minLength: 10,
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(cells, async (made) => {
        const labels = made.map(({ label }) => label);
        const counted = await summaryOf(
          made.map(({ value }) => value),
          labels,
          3,
        );
        const halves = await summaryOf(
          made.map(({ value }) => value / 4),
          labels,
          3,
        );
        for (const [segment, own] of counted.segments.entries()) {
          const quarter = halves.segments[segment];
          expect([own?.lower, own?.median, own?.upper]).toEqual(
            [quarter?.lower, quarter?.median, quarter?.upper].map((value) => value && value * 4),
          );
        }
        expect(counted.totals).toEqual(halves.totals.map((total) => total * 4));
      }),
      { seed: 5, numRuns: 100 },
    );
  });

  test("that are far from 0, or far apart, keep their order", async () => {
    const far = 2 ** 52;
    expect((await summaryOf([far + 3, far, far + 1], [0, 0, 0], 1)).segments[0]).toMatchObject({ median: far + 1 });
    expect((await summaryOf([9e9, -9e9, 5], [0, 0, 0], 1)).segments[0]).toMatchObject({ median: 5 });
  });
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
    { mean: 0.1, median: 0.1, z: 0, lower: 0.1, upper: 0.1, importance: 0 },
    { mean: 0.1, median: 0.1, z: 0, lower: 0.1, upper: 0.1, importance: 0 },
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
            for (const number of [own.mean, own.lower, own.median, own.upper]) {
              expect(number >= Math.min(...all) && number <= Math.max(...all)).toBe(true);
            }
            expect(own.lower <= own.median && own.median <= own.upper).toBe(true);
            expect([own.z, own.importance ?? 0]).toSatisfy((all: number[]) => all.every(Number.isFinite));
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
