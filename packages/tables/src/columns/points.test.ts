import { expect, test } from "vitest";
import { withTexts } from "../testing/texts.ts";
import { Points } from "./points.ts";

async function watched(...texts: string[]): Promise<Pick<Points, "unclear" | "fraction">> {
  const points = new Points();
  await withTexts(texts, (cells) => points.push(Float64Array.from(texts, Number), cells));
  return { unclear: points.unclear, fraction: points.fraction };
}

test("does not know what a point is where each number has three digits behind it, or one to three in all", async () => {
  for (const texts of [
    ["1.234"],
    ["7", "35.000", "250"],
    ["-1.234", "+999"],
    ["-123.456", "-999"],
    ["12.345", "x", "1.000"],
  ]) {
    expect(await watched(...texts)).toEqual({ unclear: true, fraction: false });
  }
});

test("knows fractions by any other digits behind the point, or a zero before it", async () => {
  for (const texts of [["1.5"], ["1.234", "1.25"], ["0.123"], ["-0.123"], ["1234.567"], ["1.2345"], [".5"]]) {
    expect(await watched(...texts)).toEqual({ unclear: false, fraction: true });
  }
});

test("has nothing to say of whole numbers", async () => {
  for (const texts of [["1", "20", "300"], ["1.234", "1000"], ["12345"], []]) {
    if (texts.length > 0) expect(await watched(...texts)).toEqual({ unclear: false, fraction: false });
  }
});

test("leaves numbers with white space around to those who look closer", async () => {
  expect(await watched(" 1.234")).toEqual({ unclear: true, fraction: false });
  expect(await watched("35.000 ")).toEqual({ unclear: true, fraction: false });
});
