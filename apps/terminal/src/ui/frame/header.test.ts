import { describe, expect, it } from "vitest";
import { type ScreenName, type State, TABS } from "../state/state.ts";
import { ready } from "../testing/shop.ts";
import { widthOf } from "../text/line.ts";
import { header } from "./header.ts";

const ALL_TABS = " 1 Data  2 Elbow  3 Segments  4 Customers  5 Compare  6 Export ";
const text = (state: State, width: number): string =>
  header(state, width)
    .map((span) => span.text)
    .join("");
const on = (screen: ScreenName, source: string | null = "shop.csv"): State => ({ ...ready(), screen, source });

describe("the header", () => {
  it("has the file, what is known of it, and every tab where there is room", () => {
    expect(text(on("data"), 120)).toMatch(/^ shop\.csv {2}12 × 3 {2}seed 0 +/);
    expect(text(on("data"), 120).endsWith(ALL_TABS)).toBe(true);
  });

  it("keeps the tabs at 80 columns: the seed goes first, then the size, then a part of the name", () => {
    expect(text(on("data"), 90)).toContain("shop.csv  12 × 3  ");
    expect(text(on("data"), 80)).toBe(` shop.csv        ${ALL_TABS}`);
    expect(text(on("data", "/data/customers-of-the-shop.csv"), 80)).toBe(` customers-of-t… ${ALL_TABS}`);
  });

  it("has the place of the screen where it is narrower than that", () => {
    for (const [index, screen] of TABS.entries())
      expect(text(on(screen), 40)).toMatch(new RegExp(` ${index + 1}/6 \\w+ $`));
  });

  it("has the title of a screen without a tab, beside the tabs or alone", () => {
    expect(text(on("watch"), 120)).toContain("6 Export  Watch ");
    expect(text(on("watch"), 40)).toMatch(/shop\.csv {2}12 × 3 .* Watch $/);
    expect(text(on("opening", null), 120)).toMatch(/^ kentro .* Open $/);
  });

  it("is as wide as it is asked to be", () => {
    for (let width = 0; width < 130; width++) expect(widthOf(header(on("segments", "年収.csv"), width))).toBe(width);
  });

  it("marks the tab that one is on by more than color", () => {
    const marked = header(on("elbow"), 80).filter(({ style }) => style.inverse);
    expect(marked.map((span) => span.text)).toEqual([" 2 Elbow "]);
  });
});
