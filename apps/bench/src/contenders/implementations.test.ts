import { afterEach, describe, expect, test, vi } from "vitest";
import { cases } from "../cases.ts";
import { Random } from "../data/random.ts";
import { makeSample } from "../data/sample.ts";
import { inertiaOf } from "../measure/inertia.ts";
import { implementations } from "./javascript.ts";
import { loadKentroFloat64 } from "./kentro.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

const [mall] = cases;
const MALL = makeSample(mall);
const BLOBS = makeSample({ ...cases[2], rows: 2000 });

describe.each(implementations)("$name in $precision", ({ load }) => {
  test.each([1, 2, 5, 12])("labels blobs as kentro does after %i iterations", async (limit) => {
    const expected = await loadKentroFloat64(BLOBS).fromStart(limit);
    const fit = await load(BLOBS).fromStart(limit);
    expect(fit.labels()).toEqual(expected.labels());
    expect(fit.iterations).toBe(limit);
  });

  test("ends by itself where nothing moves any more, with the labels of everyone else", async () => {
    const expected = await loadKentroFloat64(MALL).fromStart(300);
    const fit = await load(MALL).fromStart(300);
    expect(fit.iterations).toBe(mall.iterations);
    expect(fit.labels()).toEqual(expected.labels());
  });

  test("fits as a whole from its own start, nearly as well as anyone", async () => {
    const random = new Random(1);
    vi.spyOn(Math, "random").mockImplementation(() => random.uniform());
    const best = inertiaOf(BLOBS, (await loadKentroFloat64(BLOBS).whole(0)).labels());
    const fit = await load(BLOBS).whole(1);
    // A single start may end in a local optimum.
    expect(inertiaOf(BLOBS, fit.labels())).toBeLessThan(2 * best);
  });

  test("does the same in every fit of the same limit", async () => {
    const fitting = load(BLOBS);
    const first = (await fitting.fromStart(4)).labels().slice();
    await fitting.fromStart(1);
    expect((await fitting.fromStart(4)).labels()).toEqual(first);
  });
});
