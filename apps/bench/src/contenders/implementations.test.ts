import { describe, expect, test } from "vitest";
import { cases } from "../cases.ts";
import { makeSample } from "../data/sample.ts";
import { inertiaOf } from "../measure/inertia.ts";
import { titleOf } from "./contender.ts";
import { implementations } from "./implementations.ts";
import { loadKentro } from "./kentro.ts";

const MALL = makeSample(cases[0]);
const BLOBS = makeSample({ ...cases[2], rows: 2000 });
const reference = loadKentro("float64", 1);

describe.each(implementations.map((each) => ({ title: titleOf(each), ...each })))("$title", ({ load }) => {
  test.each([1, 2, 5, 12])("labels blobs as kentro does after %i iterations", async (limit) => {
    const expected = await reference(BLOBS).fromStart(limit);
    const found = await load(BLOBS).fromStart(limit);
    expect(found.labels()).toEqual(expected.labels());
    expect(found.iterations).toBe(limit);
  });

  test("ends by itself where nothing moves any more, with the labels of everyone else", async () => {
    const expected = await reference(MALL).fromStart(300);
    const found = await load(MALL).fromStart(300);
    expect(found.iterations).toBe(cases[0].iterations);
    expect(found.labels()).toEqual(expected.labels());
  });

  test("fits from a start of its own into clusters of which one is better than none", async () => {
    const { k, labels } = await load(BLOBS).fit(4, 1);
    const none = inertiaOf(BLOBS, 1, new Int32Array(BLOBS.rows));
    expect(k).toBeLessThanOrEqual(4);
    expect(inertiaOf(BLOBS, k, labels())).toBeLessThan(0.8 * none);
  });

  test("does the same in every fit of the same limit", async () => {
    const fitting = load(BLOBS);
    const first = (await fitting.fromStart(4)).labels().slice();
    await fitting.fromStart(1);
    expect((await fitting.fromStart(4)).labels()).toEqual(first);
  });
});

test("the only one with an analysis is kentro", () => {
  const names = implementations.filter(({ load }) => load(MALL).analysis !== undefined).map(({ name }) => name);
  expect(new Set(names)).toEqual(new Set(["kentro"]));
});
