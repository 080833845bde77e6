import { expect, it } from "vitest";
import { kept } from "./kept.ts";

it("does its work once for the very same things, and anew for others", () => {
  const asked: number[] = [];
  const sum = kept((values: readonly number[], more: number) => {
    asked.push(more);
    return { sum: values.reduce((all, each) => all + each, more) };
  });
  const values = [1, 2];
  const first = sum(values, 3);
  expect(first).toEqual({ sum: 6 });
  expect(sum(values, 3)).toBe(first);
  expect(asked).toEqual([3]);
  expect(sum([1, 2], 3)).toEqual(first);
  expect(sum(values, Number.NaN).sum).toBeNaN();
  expect(sum(values, Number.NaN).sum).toBeNaN();
  expect(asked).toEqual([3, 3, Number.NaN]);
});

it("fails as often as it is asked where the work fails", () => {
  const fails = kept((text: string): string => {
    throw new Error(text);
  });
  expect(() => fails("no")).toThrow("no");
  expect(() => fails("no")).toThrow("no");
});
