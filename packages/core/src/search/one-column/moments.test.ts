import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Pace } from "../../pace.ts";
import { Moments } from "./moments.ts";

describe("Moments", () => {
  /** What runs sum to, in whole numbers without rounding; values and weights are whole. */
  function exactInertia(values: readonly bigint[], weights: readonly bigint[]): number {
    let weight = 0n;
    let sum = 0n;
    let square = 0n;
    values.forEach((value, at) => {
      weight += weights[at];
      sum += weights[at] * value;
      square += weights[at] * value * value;
    });
    const scaled = ((square * weight - sum * sum) << 64n) / weight;
    return Number(scaled) / 2 ** 64;
  }

  it("keep their digits for what is close together, whatever lies beside it", async () => {
    const gaps = fc.array(fc.oneof(fc.bigInt(1n, 9n), fc.constantFrom(10n ** 9n, 10n ** 12n)), {
      minLength: 2,
      maxLength: 120,
    });
    const given = gaps.chain((each) => {
      const weights = fc.array(fc.bigInt(1n, 5n), { minLength: each.length, maxLength: each.length });
      const ends = fc.tuple(fc.nat(each.length - 1), fc.nat(each.length - 1));
      return fc.record({ gaps: fc.constant(each), weights, ends });
    });
    await fc.assert(
      fc.asyncProperty(given, async ({ gaps, weights, ends }) => {
        let last = -(10n ** 12n);
        const values = gaps.map((gap) => {
          last += gap;
          return last;
        });
        const [first, end] = [Math.min(...ends), Math.max(...ends) + 1];
        const distinct = { values: Float64Array.from(values, Number), weights: Float64Array.from(weights, Number) };
        const moments = await Moments.over(distinct, new Pace());
        const expected = exactInertia(values.slice(first, end), weights.slice(first, end));
        expect(Math.abs(moments.inertia(first, end) - expected)).toBeLessThanOrEqual(1e-12 * expected);
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});
