import { expect, it } from "vitest";
import { line } from "./line.ts";
import { scrolled } from "./scrolled.ts";

const LINES = ["a", "b", "c", "d", "e"].map((text) => line(text));

function seen(...[top, height, key]: readonly [top: number, height: number, key?: string]): string[] {
  return scrolled(LINES, top, height, key).map((spans) => spans.map(({ text }) => text).join(""));
}

it("says in the last line how many are below it", () => {
  expect(seen(0, 3)).toEqual(["a", "b", " ↓ 3 more lines"]);
  expect(seen(1, 3, "PgDn")).toEqual(["b", "c", " ↓ 2 more lines: PgDn"]);
});

it("shows the last lines whole, however far it is scrolled", () => {
  expect(seen(2, 3)).toEqual(["c", "d", "e"]);
  expect(seen(9, 3)).toEqual(["c", "d", "e"]);
  expect(seen(9, 7)).toEqual(["a", "b", "c", "d", "e"]);
});

it("shows what there is room for, were it nothing", () => {
  expect(seen(0, 1)).toEqual(["a"]);
  expect(seen(0, 0)).toEqual([]);
  expect(seen(3, -2)).toEqual([]);
});
