import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { State } from "../../state/state.ts";
import { shopFilm } from "../../testing/film.ts";
import { ready } from "../../testing/shop.ts";
import { widthOf } from "../../text/line.ts";
import type { Film } from "../../work/film/protocol.ts";
import type { Room } from "../screen.ts";
import { withWatch } from "./reducer.ts";
import type { WatchState } from "./state.ts";
import { watchView } from "./view.ts";

const WIDE: Room = { width: 120, height: 34, panes: "columns" };
const MIDDLE: Room = { width: 80, height: 17, panes: "stacked" };
const SMALL: Room = { width: 40, height: 8, panes: "one" };

function shown(room: Room, at: number, film: Film = shopFilm(), from: State = ready()): string[] {
  return text({ shown: { kind: "film", film }, at }, room, from);
}

function text(watch: Partial<WatchState>, room: Room, from: State = ready()): string[] {
  const lines = watchView({ ...withWatch(from, watch), screen: "watch" }, room);
  return lines.map((line) => line.map((span) => span.text).join(""));
}

describe("the film on the screen", () => {
  it("has words over the picture, and the inertia and what clusters become beside it", () => {
    const lines = shown(MIDDLE, 3);
    expect(lines[0]).toMatch(/^─ iteration 2 of 3: 1 customer changed, inertia 70 \(-30\.0 %\), seed 0 ─+$/);
    expect(lines[1]).toContain("1 customer is now nearer to another one");
    expect(lines[3]).toMatch(/↑ Visits ─+┬─ Inertia ─+$/);
    const all = lines.join("\n");
    expect(all).toMatch(/├─ What they become ─+\n.*│ A low income {2,}45\.5 %/);
    expect(all).toMatch(/│ C high income {2,}18\.2 % /);
    expect(all).toContain("Income → │ playing █");
  });

  it("lists the iterations where there is room", () => {
    const lines = shown(WIDE, 3);
    expect(lines.join("\n")).toMatch(/│ {3}1 {7}11 {6}100 {7}– *$/m);
    expect(lines.join("\n")).toMatch(/│▸ {2}2 {8}1 {7}70 {2}30\.0 %/);
  });

  it("lists the starts that were watched and how far above the segments they ended, once there are two", () => {
    const film = shopFilm({ seed: 3, inertia: 70 });
    const ends = [
      { run: 2, seed: 0, inertia: 65.6 },
      { run: 2, seed: 3, inertia: 70 },
      { run: 2, seed: 4, inertia: 65 },
    ];
    const lines = text({ shown: { kind: "film", film }, ends }, WIDE).join("\n");
    expect(lines).toMatch(/│ seed 0 {10}65\.6 {6}as shown/);
    expect(lines).toMatch(/│▸seed 3 {12}70 {4}6\.7 % more/);
    expect(lines).toMatch(/│ seed 4 {12}65 {4}0\.9 % less/);
    expect(text({ shown: { kind: "film", film }, ends: ends.slice(0, 1) }, WIDE).join("\n")).not.toContain("Starts");
  });

  it("does not move its picture from one step to the next", () => {
    for (const room of [MIDDLE, WIDE, { ...SMALL, height: 30 }]) {
      const tops = [0, 1, 2, 3, 4, 5, 6].map((at) => shown(room, at).findIndex((line) => line.includes("↑ Visits")));
      expect(new Set(tops).size).toBe(1);
    }
  });

  it("is words alone where there is no room for a picture", () => {
    const lines = shown({ ...SMALL, height: 12 }, 4);
    expect(lines.join(" ").replace(/ +/g, " ")).toContain(
      "iteration 2 of 3: 1 customer changed, inertia 70 (-30.0 %) Each centroid moves to the new mean of its customers.",
    );
    expect(lines.join("\n")).not.toContain("Visits");
    expect(lines.join("\n")).toMatch(/ A low income +45\.5 %/);
    expect(lines.at(-1)).toContain("playing █");
  });

  it("says whether it plays, and that it has ended", () => {
    const film = shopFilm();
    expect(text({ shown: { kind: "film", film }, at: 3, playing: false }, MIDDLE).join("\n")).toContain("│ paused  █");
    expect(shown(MIDDLE, 6).join("\n")).toContain("│ ended   █");
  });

  it("says what is done while the film is not there yet, and why there is none", () => {
    const { steps } = shopFilm();
    expect(text({ shown: { kind: "recording", steps: [] } }, MIDDLE)[1]).toContain(
      "K-means begins on 11 customers ...",
    );
    const recording = text({ shown: { kind: "recording", steps } }, MIDDLE);
    expect(recording.slice(1, 3).join(" ").replace(/ +/g, " ")).toContain(
      "K-means runs on 11 customers: iteration 3, nobody changed, inertia 65.6 (-6.3 %) ...",
    );
    expect(recording[4]).toMatch(/^─ Inertia ─+$/);
    expect(text({ shown: { kind: "failed", words: "Too large." } }, MIDDLE)[1]).toMatch(/^ Too large\. +$/);
  });

  it("is a list of sentences for a screen reader, from the chosen one on", () => {
    const from = ready(undefined, { color: 0, utf8: true, theme: "dark", reader: true });
    const lines = shown(MIDDLE, 2, shopFilm(), from);
    expect(lines[0]).toMatch(/^ Iteration 2 of 3: 1 customer changed/);
    expect(lines[2]).toMatch(/^ This start ends in the very segments/);
    expect(lines.join("")).not.toMatch(/[─│┤█]/);
  });

  it("fills any room exactly, at every step", () => {
    const room = fc.record<Room>({
      width: fc.integer({ min: 1, max: 200 }),
      height: fc.integer({ min: 1, max: 60 }),
      panes: fc.constantFrom("one", "stacked", "columns"),
    });
    fc.assert(
      fc.property(room, fc.nat(6), fc.boolean(), fc.nat(2), (size, at, reader, kind) => {
        const state = ready(undefined, { color: 3, utf8: true, theme: "dark", reader });
        const film = shopFilm();
        const kinds: WatchState["shown"][] = [
          { kind: "film", film },
          { kind: "recording", steps: film.steps.slice(0, at) },
          { kind: "failed", words: "There was no room for so many customers." },
        ];
        const lines = watchView(withWatch(state, { shown: kinds[kind]!, at }), size);
        expect(lines).toHaveLength(size.height);
        for (const line of lines) expect(widthOf(line)).toBe(size.width);
      }),
      { numRuns: 120 },
    );
  });
});
