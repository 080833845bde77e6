import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Random } from "./random.ts";

describe("Random", () => {
  it.each([
    { of: [0], bits: [-920102255, 134788222, -1693760828, 84595269], uniform: 0.66980382942844, below: 937 },
    { of: [1], bits: [-1803741030, -721364864, 1454275976, 313457594], uniform: 0.5363204378179371, below: 420 },
    {
      of: [2 ** 53 - 1],
      bits: [-1679085584, 1385254063, 1338332843, 2037557683],
      uniform: 0.5128445626728307,
      below: 399,
    },
    { of: [7, 3], bits: [185553675, 561357562, 143799228, -1316919448], uniform: 0.32060239901551835, below: 64 },
    {
      of: [7, 3, 1],
      bits: [-1350483930, 1651909145, 2021693971, -1176643645],
      uniform: 0.9429870310696569,
      below: 230,
    },
  ])("draws of seed and stream $of what it always did", ({ of: [seed, ...stream], bits, uniform, below }) => {
    const random = new Random(seed, ...stream);
    expect([random.bits(), random.bits(), random.bits(), random.bits()]).toEqual(bits);
    expect(random.uniform()).toBe(uniform);
    expect(random.below(1000)).toBe(below);
  });

  it("draws normal numbers and samples as it always did", () => {
    const random = new Random(7, 3);
    // Logarithm and cosine may differ in their last digit from one engine to another.
    expect(random.normal()).toBeCloseTo(0.29064698480390394, 12);
    expect(Array.from(random.sample(5, 12))).toEqual([0, 1, 4, 6, 11]);
  });

  it("is another for each seed and stream", () => {
    const first = [[0], [1], [2 ** 32], [2 ** 32 + 1], [0, 0], [0, 1], [1, 0], [0, 0, 0]].map(([seed, ...stream]) => {
      return new Random(seed, ...stream).bits();
    });
    expect(new Set(first).size).toBe(first.length);
  });

  it("is uniform from 0 up to but not 1", () => {
    const random = new Random(3);
    const counts = new Array<number>(10).fill(0);
    for (let i = 0; i < 20_000; i++) {
      const value = random.uniform();
      expect(value >= 0 && value < 1).toBe(true);
      counts[Math.floor(value * 10)]++;
    }
    // Six standard deviations of a binomial count.
    for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(6 * Math.sqrt(20_000 * 0.1 * 0.9));
  });

  it("is normal with mean 0 and variance 1", () => {
    const random = new Random(4);
    const values = Array.from({ length: 20_000 }, () => random.normal());
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + value * value, 0) / values.length;
    const beyond = values.filter((value) => Math.abs(value) > 1.96).length / values.length;
    expect(Math.abs(mean)).toBeLessThan(0.04);
    expect(Math.abs(variance - 1)).toBeLessThan(0.06);
    expect(Math.abs(beyond - 0.05)).toBeLessThan(0.01);
  });

  it("samples so many different numbers, ascending", () => {
    const given = fc
      .integer({ min: 1, max: 50 })
      .chain((below) => fc.record({ below: fc.constant(below), count: fc.nat(below) }));
    fc.assert(
      fc.property(given, fc.nat(), ({ below, count }, seed) => {
        const sample = Array.from(new Random(seed).sample(count, below));
        expect(sample.length).toBe(count);
        expect(sample).toEqual([...new Set(sample)].sort((a, b) => a - b));
        expect(sample.every((value) => value >= 0 && value < below)).toBe(true);
      }),
      { seed: 1 },
    );
  });

  it("samples every number as often", () => {
    const counts = new Array<number>(8).fill(0);
    for (let seed = 0; seed < 4000; seed++) for (const value of new Random(seed).sample(3, 8)) counts[value]++;
    for (const count of counts) expect(Math.abs(count - 1500)).toBeLessThan(6 * Math.sqrt(4000 * (3 / 8) * (5 / 8)));
  });
});
