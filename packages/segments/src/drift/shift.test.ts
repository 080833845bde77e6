import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shiftOf } from "./shift.ts";

describe("the population stability index", () => {
  // scipy 1.10.1, with p and q = (counts + 0.5) / (counts + 0.5).sum(): entropy(q, p) + entropy(p, q).
  test.each([
    [[120, 80, 100, 60, 40], [90, 110, 70, 80, 50], 0.09104866509966063],
    [[300, 300, 300, 100], [250, 310, 290, 150], 0.029895721315192435],
    [[50, 50], [100, 0], 2.6253984693361763],
    [[50, 50], [1000, 0], 3.7969042630288374],
  ])("of %j and %j is scipy's", (before, now, psi) => {
    expect(shiftOf(before, now).psi).toBeCloseTo(psi, 12);
  });

  test("counts an empty bin by how many customers it is empty of", () => {
    const [few, many] = [shiftOf([100, 100], [200, 0]), shiftOf([1e6, 1e6], [2e6, 0])];
    expect(many.psi).toBeGreaterThan(few.psi);
    expect(Number.isFinite(many.psi)).toBe(true);
  });

  test("is nothing where the shares are the same, and does not depend on which is first", () => {
    const counts = fc.array(fc.nat(500), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        const [before, now] = [a.slice(0, b.length), b.slice(0, a.length)];
        const { psi, expected } = shiftOf(before, now);
        expect(psi).toBeGreaterThanOrEqual(0);
        expect(psi).toBeCloseTo(shiftOf(now, before).psi, 12);
        expect(expected).toBe(shiftOf(now, before).expected);
        expect(shiftOf(before, before).psi).toBe(0);
      }),
      { seed: 1 },
    );
  });
});

describe("a shift", () => {
  test("is judged by what it is above that of sampling alone", () => {
    // Four bins: 3 (1 / 150 + 1 / 150).
    const { psi, expected, level } = shiftOf([50, 50, 25, 25], [32, 56, 30, 32]);
    expect(expected).toBeCloseTo(0.04, 12);
    expect(psi).toBeGreaterThan(0.05);
    expect(level).toBe("none");
  });

  test("is some from 0.1 and large from 0.25 on", () => {
    const at = (moved: number) => shiftOf([50_000, 50_000], [50_000 + moved, 50_000 - moved]).level;
    expect([15_000, 16_000, 23_000, 24_500].map(at)).toEqual(["none", "some", "some", "large"]);
  });

  test("of fewer than a hundred customers tells nothing", () => {
    expect(shiftOf([50, 49], [0, 1000]).level).toBe("too few to tell");
    expect(shiftOf([500, 500], [99, 0]).level).toBe("too few to tell");
    expect(shiftOf([50, 50], [100, 0]).level).toBe("large");
  });

  test("in a single bin, or of nobody, is none", () => {
    expect(shiftOf([1000], [500])).toEqual({ psi: 0, expected: 0, level: "none" });
    expect(shiftOf([1000, 10], [0, 0])).toEqual({ psi: 0, expected: 0, level: "too few to tell" });
  });
});
