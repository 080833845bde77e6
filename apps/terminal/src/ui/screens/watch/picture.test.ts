import { describe, expect, it } from "vitest";
import type { State } from "../../state/state.ts";
import { shopFilm } from "../../testing/film.ts";
import { ready, shopResult } from "../../testing/shop.ts";
import type { Film } from "../../work/film/protocol.ts";
import type { Settings } from "../../work/protocol.ts";
import { filmPicture, scatterOf } from "./picture.ts";
import { stepAt } from "./steps.ts";

const film = shopFilm();
const SEEN: State = { ...ready(), symbols: "ascii" };

describe("the picture of a step", () => {
  it("shows customers of nobody and the starting centroids at first", () => {
    const start = scatterOf(film, stepAt(film, 0));
    expect([...Array.from(start.series)]).toEqual(new Array(11).fill(0));
    expect(start.marks?.map(({ x, y, letter }) => [x, y, letter])).toEqual([
      [10, 3, "A"],
      [12, 3, "B"],
      [90, 3, "C"],
    ]);
    expect(start.trails).toBeUndefined();
    const colored = filmPicture(SEEN, film, stepAt(film, 0), 60, 14)
      .flat()
      .filter(({ style }) => style.segment !== undefined);
    expect(colored.map(({ text }) => text)).toEqual(["A", "B", "C"]);
  });

  it("has customers stand out while they change, and the centroids while they move", () => {
    const join = scatterOf(film, stepAt(film, 3));
    expect([...Array.from(join.highlighted ?? [])]).toEqual([2]);
    expect(join.marks?.map(({ selected }) => selected)).toEqual([false, false, false]);
    const move = scatterOf(film, stepAt(film, 4));
    expect(move.highlighted).toEqual([]);
    expect(move.marks?.map(({ selected }) => selected)).toEqual([true, true, true]);
  });

  it("draws the ways of the centroids up to where they are", () => {
    expect(scatterOf(film, stepAt(film, 1)).trails).toEqual([]);
    const moved = scatterOf(film, stepAt(film, 4));
    expect(moved.trails?.[0]).toEqual({ xs: [10, 10.6, 10.8], ys: [3, 4, 3.8], series: 0 });
    expect(moved.marks?.map(({ x, y }) => [x, y])).toEqual(moved.trails?.map(({ xs, ys }) => [xs.at(-1), ys.at(-1)]));
    const joining = scatterOf(film, stepAt(film, 3));
    expect(joining.trails?.[0]?.xs).toEqual([10, 10.6, 10.6]);
  });

  it("gives clusters that become no segment letter and color of their own", () => {
    const [a, b] = film.clusters;
    const clusters = [a!, b!, { slot: 5, letter: "D", segment: null }];
    expect(scatterOf({ ...film, clusters }, stepAt(film, 1)).letters).toEqual(["A", "B", "", "", "", "D"]);
  });

  it("says along what it is drawn, and how many of the customers are", () => {
    const text = (change: Parameters<typeof shopFilm>[0]): string => {
      const lines = filmPicture(SEEN, shopFilm(change), stepAt(film, 1), 60, 12);
      return [lines[0], lines.at(-1)].map((spans) => spans?.map((each) => each.text).join("")).join("\n");
    };
    expect(text({})).toMatch(/^─ ↑ Visits ─+\n +Income →/);
    expect(text({ every: 20 })).toContain("↑ Visits, one in 20 customers");
    expect(text({ axes: { along: "columns", x: "Income", y: null } })).toContain("─ customers spread out upward ─");
  });

  it("has the sides of the picture of the segments: in powers of ten where a few have many times what others have", () => {
    const named = (film: Film, change: Partial<Settings>): string => {
      const result = shopResult({ ...SEEN.result!.settings, ...change });
      const lines = filmPicture({ ...SEEN, result }, film, stepAt(film, 1), 60, 12);
      return [lines[0], lines.at(-1)].map((spans) => spans?.map(({ text }) => text).join("")).join("\n");
    };
    expect(named(film, { log: ["Visits"] })).toMatch(/^─ ↑ Visits \(log scale\) ─+\n +Income →/);
    expect(named(film, {})).not.toContain("log scale");
    const components = shopFilm({ axes: { along: "components", x: "Income", y: "Visits" } });
    expect(named(components, { log: ["Visits"] })).not.toContain("log scale");
  });
});
