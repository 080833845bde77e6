import { describe, expect, test } from "vitest";
import { cases } from "../cases.ts";
import { makeSample } from "../data/sample.ts";
import { implementations } from "./javascript.ts";
import { loadKentroFloat64 } from "./kentro.ts";

const [mall] = cases;
const MALL = makeSample(mall);
const BLOBS = makeSample({ ...cases[2], rows: 2000 });

describe.each(implementations)("$name in $precision", ({ load }) => {
  test.each([1, 2, 5, 12])("labels blobs as kentro does after %i iterations", async (limit) => {
    const expected = await loadKentroFloat64(BLOBS)(limit);
    const fit = await load(BLOBS)(limit);
    expect(fit.labels()).toEqual(expected.labels());
    expect(fit.iterations).toBe(limit);
  });

  test("ends by itself where nothing moves any more, with the labels of everyone else", async () => {
    const expected = await loadKentroFloat64(MALL)(300);
    const fit = await load(MALL)(300);
    expect(fit.iterations).toBe(mall.iterations);
    expect(fit.labels()).toEqual(expected.labels());
  });

  test("does the same in every fit of the same limit", async () => {
    const fitting = load(BLOBS);
    const first = (await fitting(4)).labels().slice();
    await fitting(1);
    expect((await fitting(4)).labels()).toEqual(first);
  });
});
