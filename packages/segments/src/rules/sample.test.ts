import { describe, expect, test } from "vitest";
import { Pace } from "../pace.ts";
import { sampleOf, thinned } from "./sample.ts";

const total = (weights: Float64Array, labels: Int32Array, segment: number) =>
  weights.reduce((sum, weight, i) => sum + (labels[i] === segment ? weight : 0), 0);

test("up to 20,000 customers are all looked at, each for one", async () => {
  const labels = Int32Array.from({ length: 20_000 }, (_, i) => i % 3);
  const { places, weights } = await sampleOf(labels, 3, 0, new Pace());
  expect(places).toEqual(Int32Array.from(labels.keys()));
  expect(weights.every((weight) => weight === 1)).toBe(true);
});

describe("of more", () => {
  // Two hundred in every hundred thousand are of the second segment.
  const labels = Int32Array.from({ length: 100_000 }, (_, i) => (i % 500 === 7 ? 1 : 0));

  test("about 20,000 are drawn, of a small segment all", async () => {
    const sample = await sampleOf(labels, 2, 0, new Pace());
    expect(sample.places.length).toBe(Math.ceil(20_000 * 0.998) + 200);
    expect(sample.labels.filter((label) => label === 1).length).toBe(200);
    expect(sample.labels).toEqual(Int32Array.from(sample.places, (place) => labels[place]!));
  });

  test("those drawn stand for all of their segment", async () => {
    const { weights, labels: drawn } = await sampleOf(labels, 2, 0, new Pace());
    expect(total(weights, drawn, 0)).toBeCloseTo(99_800, 6);
    expect(total(weights, drawn, 1)).toBeCloseTo(200, 9);
  });

  test("one seed draws the same customers, another one others", async () => {
    const [one, same, other] = [
      await sampleOf(labels, 2, 5, new Pace()),
      await sampleOf(labels, 2, 5, new Pace()),
      await sampleOf(labels, 2, 6, new Pace()),
    ];
    expect(same).toEqual(one);
    expect(other.places).not.toEqual(one.places);
  });

  test("customers are drawn evenly from the whole table", async () => {
    const { places } = await sampleOf(labels, 2, 0, new Pace());
    const tenths = new Array<number>(10).fill(0);
    for (const place of places) tenths[Math.floor(place / 10_000)]!++;
    for (const count of tenths) expect(Math.abs(count - 2016)).toBeLessThan(200);
  });

  test("where it is thinned for one segment, its own stay and the rest stand for more", async () => {
    const sample = await sampleOf(labels, 2, 0, new Pace());
    const thin = thinned(sample, 1, 4, 0);
    expect(thin.labels.filter((label) => label === 1).length).toBe(200);
    expect(Math.abs(thin.places.length - 200 - 4990)).toBeLessThan(300);
    expect(Math.abs(total(thin.weights, thin.labels, 0) / 99_800 - 1)).toBeLessThan(0.06);
  });
});
