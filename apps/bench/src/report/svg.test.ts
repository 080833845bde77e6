import { expect, test } from "vitest";
import { RESULT } from "../testing/measured.ts";
import { svgOf } from "./svg.ts";

const SVG = svgOf(RESULT);

function widthsOfBars(svg: string): readonly number[] {
  return [...svg.matchAll(/<rect [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width));
}

test("each contender has a bar, the longer the slower", () => {
  const [kentro, scikitLearn, mlKmeans] = widthsOfBars(SVG);
  expect(widthsOfBars(SVG)).toHaveLength(6);
  expect(kentro).toBeLessThan(scikitLearn);
  expect(scikitLearn).toBeLessThan(mlKmeans);
});

test("bars lie within the picture, and say what they are", () => {
  const [, width] = /viewBox="0 0 (\d+) /.exec(SVG) ?? [];
  for (const bar of widthsOfBars(SVG)) expect(bar).toBeLessThan(Number(width));
  expect(SVG).toContain(">Kentro 5.00<");
  expect(SVG).toContain(">scikit-learn 40.0 (8.0x)<");
});

test("it can be read on white and on black", () => {
  expect(SVG).toContain("@media(prefers-color-scheme:dark)");
});

test("names are escaped", () => {
  const machine = { ...RESULT.machine, processor: "A & B <C>" };
  expect(svgOf({ ...RESULT, machine })).toContain("A &amp; B &lt;C&gt;");
});

test("a result without anything to draw is a picture all the same", () => {
  expect(svgOf({ ...RESULT, measurements: [] })).toMatch(/^<svg .*<\/svg>\n$/s);
});
