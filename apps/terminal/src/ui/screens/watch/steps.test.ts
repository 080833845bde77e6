import { describe, expect, it } from "vitest";
import { shopFilm } from "../../testing/film.ts";
import { standingMs, stepAt, stepsOf } from "./steps.ts";

describe("the steps of a film", () => {
  it("are its start, then for each frame customers joining and centroids moving", () => {
    const film = shopFilm();
    const steps = Array.from({ length: stepsOf(film) }, (_, at) => stepAt(film, at));
    expect(steps.map((step) => (step.kind === "start" ? "start" : `${step.kind} ${step.frame.iteration}`))).toEqual([
      ...["start", "join 1", "move 1", "join 2", "move 2", "join 3", "move 3"],
    ]);
  });

  it("stand long enough to be read at first, and then so that a long film ends", () => {
    const { frames } = shopFilm();
    expect([0, 2, 3, 6].map((at) => standingMs({ frames }, at))).toEqual([2400, 2400, 600, 600]);
    const long = { frames: Array.from({ length: 101 }, () => frames[0]!) };
    expect(standingMs(long, 3)).toBe(150);
    const middling = { frames: Array.from({ length: 50 }, () => frames[0]!) };
    expect(standingMs(middling, 3)).toBe(297);
  });
});
