import { describe, expect, it } from "vitest";
import { shopFilm } from "../../testing/film.ts";
import { stepAt } from "./steps.ts";
import { ending, explained, headOf, story } from "./words.ts";

const heads = (film = shopFilm()): string[] => [0, 1, 3, 5].map((at) => headOf(film, stepAt(film, at)));

describe("the words of a film", () => {
  it("say where it is, who changed and how far the inertia fell", () => {
    expect(heads()).toEqual([
      "start: 3 centroids, 11 customers",
      "iteration 1 of 3: 11 customers placed, inertia 100",
      "iteration 2 of 3: 1 customer changed, inertia 70 (-30.0 %)",
      "iteration 3 of 3: nobody changed, inertia 65.6 (-6.3 %)",
    ]);
  });

  it("have no percentage where there is hardly any fall, or none", () => {
    const steps = [100, 99.999, 99.999].map((inertia) => ({ inertia, shift: 1, moved: 1200 }));
    expect(heads(shopFilm({ steps })).slice(2)).toEqual([
      "iteration 2 of 3: 1,200 customers changed, inertia 100.0 (hardly less)",
      "iteration 3 of 3: 1,200 customers changed, inertia 100.0 (as before)",
    ]);
    expect(headOf(shopFilm({ steps: steps.map((step) => ({ ...step, inertia: 0 })) }), stepAt(shopFilm(), 3))).toBe(
      "iteration 2 of 3: 1,200 customers changed, inertia 0",
    );
  });

  it("explain each step to somebody who has never heard of k-means", () => {
    const film = shopFilm();
    const words = Array.from({ length: 7 }, (_, at) => explained(film, at));
    expect(words[0]).toMatch(/^K-means begins with 3 centroids \(the letters\), put on customers drawn by lot/);
    expect(words[1]).toMatch(/^Every customer joins the nearest centroid\. Inertia is how far/);
    expect(words[2]).toMatch(/^Then each centroid moves to the middle of its customers/);
    expect(words[3]).toBe("Centroids have moved: 1 customer is now nearer to another one and joins it (inverse).");
    expect(words[4]).toBe("Each centroid moves to the new mean of its customers.");
    expect(words[5]).toBe("Everybody looks again for the nearest centroid, and nobody has to change.");
    expect(words[6]).toBe("Nothing moves any more. This start ends in the very segments that are shown.");
  });

  it("say that a long film has gaps", () => {
    const film = shopFilm({ stride: 4 });
    const frames = film.frames.map((frame, index) => (index === 2 ? { ...frame, iteration: 34 } : frame));
    const steps = Array.from({ length: 34 }, () => ({ inertia: 9, shift: 1, moved: 20 }));
    expect(explained({ ...film, frames, steps }, 5)).toBe(
      "Centroids have moved: 20 customers are now nearer to another one and join it (inverse). (Only every 4th iteration is shown.)",
    );
    expect(explained({ ...film, frames, steps }, 3)).not.toContain("4th");
  });

  it("compare the end with the segments that are shown", () => {
    expect(ending(shopFilm({ inertia: 66.1 }))).toBe(
      "This start ends 0.8 % above the segments shown, the best of many starts: where k-means begins decides where it ends.",
    );
    expect(ending(shopFilm({ inertia: 65 }))).toBe("This start ends 0.9 % below the segments that are shown.");
    expect(ending(shopFilm({ inertia: 65, edited: true }))).toBe(
      "This start ends 0.9 % below the segments that are shown, which were edited by hand.",
    );
    expect(ending(shopFilm({ inertia: 66.1, edited: true }))).toMatch(/ 0\.8 % above .*, which were edited by hand\.$/);
    const [a, b, c] = shopFilm().clusters;
    const clusters = [a!, b!, { ...c!, segment: null, letter: "D" }];
    expect(ending(shopFilm({ clusters }))).toBe("This start ends as good as the segments that are shown.");
    expect(ending(shopFilm({ inertia: 0, best: 0 }))).toBe("This start ends in the very segments that are shown.");
    expect(ending(shopFilm({ inertia: 1, best: 0 }))).toMatch(/^This start ends above the segments shown/);
    expect(ending(shopFilm({ converged: false }))).toMatch(/^It was stopped after 3 iterations\. This start/);
  });

  it("make a list for those who have it read out", () => {
    expect(story(shopFilm())).toEqual([
      expect.stringMatching(/^K-means begins/),
      "Iteration 1 of 3: 11 customers placed, inertia 100.",
      "Iteration 2 of 3: 1 customer changed, inertia 70 (-30.0 %).",
      "Iteration 3 of 3: nobody changed, inertia 65.6 (-6.3 %).",
      "This start ends in the very segments that are shown.",
    ]);
  });

  it("have the singular for one centroid", () => {
    const one = shopFilm({ k: 1 });
    expect(headOf(one, stepAt(one, 0))).toBe("start: 1 centroid, 11 customers");
    expect(explained(one, 0)).toBe("K-means begins with 1 centroid, put on a customer drawn by lot.");
    expect(explained(one, 1)).toMatch(/^Every customer belongs to the one centroid/);
  });
});
