import { describe, expect, it } from "vitest";
import { withNeeds } from "../../session.ts";
import { reduce } from "../../state/reduce.ts";
import type { State } from "../../state/state.ts";
import type { Step } from "../../state/step.ts";
import { shopFilm } from "../../testing/film.ts";
import { pressed, sent } from "../../testing/pressed.ts";
import { ready, shopResult } from "../../testing/shop.ts";

/** The state once the film was asked for and has come; the timer that moves it is among the effects. */
function watching(from: State = ready()): Step {
  const { state } = pressed(from, "p");
  const id = state.watch.asked!.id;
  return withNeeds(reduce(state, { type: "reply", reply: { type: "filmed", id, part: "film", film: shopFilm() } }));
}

/** The state after its timer has rung. */
function rung(state: State): Step {
  return withNeeds(reduce(state, { type: "rang", timer: state.watch.timer! }));
}

const rings = ({ effects }: Step): readonly unknown[] => effects.filter(({ type }) => type === "ring");

describe("asking for the film", () => {
  it("asks for the run that is shown, with its seed, once", () => {
    const step = pressed(ready(), "p");
    expect(sent(step, "film")).toMatchObject({ run: 2, seed: 0, id: step.state.lastId });
    expect(sent(pressed(step.state, "v", "up"), "film")).toBeNull();
  });

  it("asks anew when the segments that are shown are others", () => {
    const { state } = watching();
    const other = { ...state, result: { ...shopResult(), run: 9 } };
    expect(sent(pressed(other, "v"), "film")).toMatchObject({ run: 9, seed: 0 });
  });

  it("asks for another start on R, which leaves the settings as they are", () => {
    const step = pressed(watching().state, "R");
    expect(sent(step, "film")).toMatchObject({ run: 2, seed: 1 });
    expect(step.state).toMatchObject({
      settings: { seed: 0 },
      work: { kind: "idle" },
      watch: { at: 0, playing: true },
    });
    expect(sent(pressed(step.state, "R"), "film")).toMatchObject({ seed: 2 });
  });

  it("shows the iterations that are done until the film comes, and takes no film that was given up", () => {
    const { state } = pressed(ready(), "p");
    const id = state.watch.asked!.id;
    const { steps } = shopFilm();
    const recording = reduce(state, { type: "reply", reply: { type: "filmed", id, part: "recording", steps } }).state;
    expect(recording.watch.shown).toEqual({ kind: "recording", steps });
    const again = pressed(recording, "R").state;
    const late = reduce(again, { type: "reply", reply: { type: "filmed", id, part: "film", film: shopFilm() } });
    expect(late.state).toBe(again);
  });

  it("remembers where the starts of a run ended that were watched, each once, and none of another run", () => {
    let { state } = watching();
    const watched = (seed: number, inertia: number): void => {
      const { asked } = state.watch;
      const film = shopFilm({ seed, inertia });
      state = reduce(state, { type: "reply", reply: { type: "filmed", id: asked!.id, part: "film", film } }).state;
    };
    for (const [seed, inertia] of [
      [1, 70],
      [2, 66],
      [1, 71],
    ] as const) {
      state = pressed(state, "R").state;
      watched(seed, inertia);
    }
    expect(state.watch.ends).toEqual([
      { run: 2, seed: 0, inertia: 65.6 },
      { run: 2, seed: 2, inertia: 66 },
      { run: 2, seed: 1, inertia: 71 },
    ]);
    const other = pressed({ ...state, result: { ...shopResult(), run: 9 } }, "v").state;
    expect(other.watch.ends).toEqual([]);
  });

  it("says why there is no film", () => {
    const { state } = pressed(ready(), "p");
    const failed = reduce(state, { type: "reply", reply: { type: "failed", id: state.lastId, message: "Too large." } });
    expect(failed.state.watch.shown).toEqual({ kind: "failed", words: "Too large." });
    const crashed = reduce(state, { type: "crashed", message: "Out of memory." });
    expect(crashed.state.watch.shown).toEqual({ kind: "failed", words: "Out of memory." });
    expect(reduce(watching().state, { type: "crashed", message: "" }).state.watch.shown.kind).toBe("film");
  });
});

describe("playing the film", () => {
  it("moves by one timer at a time, from the start to the end, and stops there", () => {
    let step = watching();
    const ats = [step.state.watch.at];
    while (step.state.watch.timer !== null) {
      expect(rings(step)).toEqual([{ type: "ring", timer: step.state.watch.timer, afterMs: expect.any(Number) }]);
      step = rung(step.state);
      ats.push(step.state.watch.at);
    }
    expect(ats).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(step.state.watch.playing).toBe(false);
    expect(rings(step)).toEqual([]);
  });

  it("asks for no second timer while one is to ring", () => {
    expect(rings(pressed(watching().state, "v", "space", "space"))).toEqual([]);
  });

  it("holds and goes on by Space, and begins again at its end", () => {
    const held = pressed(watching().state, "space").state;
    const quiet = rung(held);
    expect(quiet.state.watch).toMatchObject({ at: 0, playing: false, timer: null });
    expect(rings(quiet)).toEqual([]);
    const on = pressed(quiet.state, "space");
    expect(rings(on)).toHaveLength(1);
    expect(rung(on.state).state.watch.at).toBe(1);
    const again = pressed(quiet.state, "G", "space");
    expect(again.state.watch).toMatchObject({ at: 0, playing: true });
  });

  it("is moved by arrows, g and G, which hold it", () => {
    const { state } = watching();
    expect(pressed(state, "right", "right", "left").state.watch).toMatchObject({ at: 1, playing: false });
    expect(pressed(state, "left").state.watch.at).toBe(0);
    expect(pressed(state, "l", "down", "h", "up").state.watch.at).toBe(0);
    expect(pressed(state, "G").state.watch.at).toBe(6);
    expect(pressed(state, "G", "right").state.watch.at).toBe(6);
    expect(pressed(state, "G", "g").state.watch.at).toBe(0);
  });

  it("takes no notice of timers that are not its own", () => {
    const { state } = watching();
    expect(reduce(state, { type: "rang", timer: state.watch.timer! + 1 }).state).toBe(state);
  });

  it("stands still under the help, and goes on after it", () => {
    const helped = rung(pressed(watching().state, "?").state);
    expect(helped.state.watch).toMatchObject({ at: 0, timer: null });
    expect(rings(helped)).toEqual([]);
    expect(rings(pressed(helped.state, "?"))).toHaveLength(1);
  });

  it("does not move by itself where it is read out", () => {
    const step = watching(ready(undefined, { color: 0, utf8: true, theme: "dark", reader: true }));
    expect(rings(step)).toEqual([]);
    expect(pressed(step.state, "space", "down").state.watch).toMatchObject({ at: 1, timer: null });
    expect(pressed(step.state, "G").state.watch.at).toBe(4);
  });
});

describe("leaving the film", () => {
  it("goes back to the screen that it was opened from", () => {
    for (const key of ["1", "2", "4"]) {
      const before = pressed(ready(), key).state;
      expect(pressed(before, "p", "escape").state.screen).toBe(before.screen);
    }
  });

  it("lets no timer go on, and plays on from there when it is opened again", () => {
    const left = pressed(rung(watching().state).state, "escape");
    expect(left.state.screen).toBe("segments");
    const quiet = rung(left.state);
    expect(quiet.state.watch).toMatchObject({ at: 1, timer: null });
    expect(rings(quiet)).toEqual([]);
    const back = pressed(quiet.state, "p");
    expect(sent(back, "film")).toBeNull();
    expect(rings(back)).toHaveLength(1);
    expect(rings(pressed(left.state, "p"))).toEqual([]);
  });

  it("gives up a film that is not recorded yet, which is asked for again later", () => {
    const left = pressed(ready(), "p", "escape");
    expect(left.effects).toContainEqual({ type: "send", request: { type: "cancel", lane: "film" } });
    expect(sent(pressed(left.state, "p"), "film")).toMatchObject({ run: 2, seed: 0 });
    expect(pressed(watching().state, "escape").effects).toEqual([]);
  });
});

describe("copying", () => {
  it("copies the iterations as a table", () => {
    const { effects, state } = pressed(watching().state, "y");
    const text = "iteration\tchanged\tinertia\tshift\n1\t11\t100\t40\n2\t1\t70\t2\n3\t0\t65.6\t0\n";
    expect(effects).toEqual([{ type: "copy", text }]);
    expect(state.message?.text).toBe("Copied the table of iterations.");
  });
});
