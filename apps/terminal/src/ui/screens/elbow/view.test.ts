import type { HowMany } from "@kentro/segments";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { frame } from "../../frame/frame.ts";
import type { Size } from "../../layout.ts";
import { reduce } from "../../state/reduce.ts";
import type { State } from "../../state/state.ts";
import { pressed, sent } from "../../testing/pressed.ts";
import { computing, ready } from "../../testing/shop.ts";
import { widthOf } from "../../text/line.ts";
import type { CurvePoint } from "../../work/protocol.ts";
import { elbowView } from "./view.ts";

const shown = (state: State): string =>
  frame(state)
    .map((line) => line.map(({ text }) => text).join(""))
    .join("\n");
const sentences = (state: State): string => shown(state).replace(/\s+/g, " ");

const elbow = (columns: number, rows: number, ...keys: readonly string[]): State =>
  pressed(ready({ columns, rows }), "2", ...keys).state;

/** With what the search for k has found out; k 3 is suggested. */
const withVotes = (state: State, votes: HowMany["votes"], disagreement: string | null): State => {
  const curve = state.curve!;
  const candidates = curve.points.map((point) => ({ ...point, stability: point.k === 1 ? null : 1 - point.k / 20 }));
  const howMany: HowMany = {
    ...{ candidates, votes, suggestion: 3, disagreement, resampling: null },
    reason: votes.elbow === null ? "No clear structure: nothing bends." : "3 segments: the curve bends there.",
  };
  return { ...state, curve: { ...curve, k: votes.elbow, howMany } };
};

/** The state while a curve is computed, after some of its points have come. */
const coming = (...ks: readonly number[]): State => {
  const point = (k: number): CurvePoint => ({ k, inertia: 400 / k, silhouette: k === 1 ? null : 0.4, smallest: 9 - k });
  const asked = computing({ columns: 80, rows: 24 });
  return ks.reduce<State>((state, k) => {
    return reduce(state, { type: "reply", reply: { type: "point", id: state.lastId, point: point(k) } }).state;
  }, pressed(asked, "2").state);
};

describe("the table of the curve", () => {
  it("has inertia, its drop, silhouette, stability and the smallest segment of each k, and what speaks for it", () => {
    const state = withVotes(elbow(200, 60), { elbow: 3, silhouette: 3, stability: 5 }, null);
    const text = shown(state);
    expect(text).toMatch(/k +inertia +drop +silhouette +stability +smallest +speaks for it/);
    expect(text).toMatch(/▸ +3 +77\.0 +46 % +0\.500 +0\.85 +38 +◆ suggested ● shown +elbow, silhouette/);
    expect(text).toMatch(/ 5 +35\.8 +28 % +0\.300 +0\.75 +36 +stability/);
  });

  it("says what its columns mean, of fewer of them where there is little room", () => {
    const all = shown(elbow(120, 40));
    for (const words of ["the number of segments", "added up", "how much closer", "how alike"])
      expect(all).toContain(words);
    const some = shown(elbow(100, 27));
    expect(some).toContain("how much closer");
    expect(some).not.toContain("the number of segments");
  });

  it("marks by signs where there is no room for words, and says what they mean", () => {
    const text = shown(elbow(80, 24));
    expect(text).toMatch(/▸ +3 +77\.0 .*◆●/);
    expect(text).toContain("◆ suggested  ● shown");
  });

  it("says how many k are out of sight", () => {
    expect(shown(elbow(40, 12))).toMatch(/k by k {2}(↑ \d more {2})?↓ \d more ─/);
    expect(shown(elbow(80, 24))).toContain("k by k ─");
  });

  it("stays where it is while another k is run", () => {
    const before = elbow(80, 24);
    const asked = pressed(before, "down", "enter");
    expect(sent(asked, "run")).toMatchObject({ settings: { k: 4 }, curve: false });
    expect(asked.state.curve).toBe(before.curve);
    expect(asked.state.elbow.point).toBe(3);
  });

  it("is copied with tabs, every digit of it", () => {
    const [effect] = pressed(elbow(80, 24), "y").effects;
    if (effect?.type !== "copy") throw new Error("expected a copy");
    const [titles, first, second] = effect.text.split("\n").map((row) => row.split("\t"));
    expect(titles).toEqual(["k", "inertia", "drop", "silhouette", "stability", "smallest"]);
    expect(first).toEqual(["1", "400", "", "", "", "40"]);
    expect(second![1]).toBe(String(400 / 2 ** 1.5));
  });
});

describe("the words over the curve", () => {
  it("give the reason, and the disagreement plainly", () => {
    const disagreement = "The elbow says 3; the silhouette says 6; as many as 4 segments are stable.";
    const text = sentences(withVotes(elbow(120, 40), { elbow: 3, silhouette: 6, stability: 4 }, disagreement));
    expect(text).toContain(`3 segments: the curve bends there. ${disagreement}`);
  });

  it("say who agrees", () => {
    const votes = { elbow: 3, silhouette: 3, stability: 3 };
    expect(sentences(withVotes(elbow(120, 40), votes, null))).toContain(
      "The elbow, the silhouette and the stability agree.",
    );
  });

  it("say that silhouettes are of a sample where they are", () => {
    const state = elbow(120, 40);
    const sampled = { ...state, curve: { ...state.curve!, silhouetteSampled: 10_000 } };
    expect(sentences(sampled)).toContain("The silhouettes are those of a sample of 10,000 customers.");
    expect(sentences(state)).not.toContain("sample");
  });

  it("say first where there is no clear elbow, and mark what was taken instead", () => {
    const text = shown(withVotes(elbow(120, 40), { elbow: null, silhouette: 3, stability: null }, null));
    expect(text.split("\n")[2]).toContain("No clear structure: nothing bends.");
    expect(text).toContain("no clear elbow; k = 3");
  });

  it("are all that says so, where they stand right below the headline", () => {
    const unclear = (state: State, k: number | "auto" = "auto"): string => {
      const result = state.result!;
      const { settings, segmentation } = result;
      const headline = "No clear structure: 3 segments of 11 customers, a convenient cut.";
      const told = { ...result, settings: { ...settings, k }, segmentation: { ...segmentation, headline } };
      const asked = { ...state, settings: told.settings, result: told };
      return shown(withVotes(asked, { elbow: null, silhouette: 3, stability: null }, null));
    };
    const text = unclear(elbow(80, 24));
    expect(text.match(/No clear structure/g)).toHaveLength(1);
    expect(text.split("\n")[1]?.trim()).toBe("3 segments of 11 customers.");
    expect(unclear(elbow(80, 24), 3)).toContain("a convenient cut");
    expect(unclear(elbow(40, 12))).toContain("No clear structure: 3 segments");
    expect(unclear(pressed(ready(), "3").state)).toContain("a convenient cut");
  });
});

describe("a curve that is computed", () => {
  it("appears point by point", () => {
    expect(sentences(coming())).toContain("The curve appears as it is computed, k by k.");
    const text = shown(coming(1, 2, 3));
    expect(text).toContain("So far up to k = 3; where the curve bends is known when it is whole.");
    expect(text).toMatch(/ 3 +133\.3 +33 % +0\.400/);
  });

  it("says what is done while its points are there and the answer is not", () => {
    const counts = { k: null, restart: null, restarts: null, iteration: null, fall: null, fraction: 0.5, elapsedMs: 9 };
    const during = (stage: "references" | "stability"): string => {
      const state = coming(1, 2);
      const progress = { kind: "computing", stage, ...counts } as const;
      return sentences(reduce(state, { type: "reply", reply: { type: "progress", id: state.lastId, progress } }).state);
    };
    expect(during("references")).toContain(
      "So far up to k = 2; now the curve is compared with those of data without groups.",
    );
    expect(during("stability")).toContain("now the customers are drawn again, to see how stable the segments are.");
  });

  it("can have a k taken from it before the rest is known", () => {
    const taken = pressed(coming(1, 2, 3), "down", "enter");
    expect(sent(taken, "run")).toMatchObject({ settings: { k: 2 }, curve: true });
  });

  it("leaves the points that came where it is stopped", () => {
    const stopped = pressed(coming(1, 2, 3, 4, 5, 6), "escape").state;
    expect(shown(stopped)).toContain("Stopped at k = 6: r goes on.");
    expect(shown(stopped)).toMatch(/ 6 +66\.7/);
    expect(sent(pressed(stopped, "r"), "run")).toMatchObject({ curve: true });
  });

  it("compares a point with none that is not its neighbor", () => {
    expect(shown(coming(1, 3))).toMatch(/ 3 +133\.3 +– /);
  });
});

describe("choosing k", () => {
  it("goes along the curve with all arrows", () => {
    expect(elbow(80, 24, "right", "down", "left").elbow.point).toBe(3);
    expect(elbow(80, 24, "G").elbow.point).toBe(9);
  });

  it("runs nothing for what is shown already, and says so", () => {
    const step = pressed(elbow(80, 24), "enter");
    expect(step.effects).toEqual([]);
    expect(step.state.message?.text).toBe("3 segments are what is shown: 3 shows them.");
  });
});

describe("a small terminal", () => {
  it("shows table, curve or words, and every word of them", () => {
    const long = `The elbow says 3; ${"much speaks against it; ".repeat(20)}the end.`;
    const state = withVotes(elbow(40, 12), { elbow: 3, silhouette: 6, stability: 4 }, long);
    expect(shown(state)).toMatch(/▸ +3 +77\.0/);
    expect(shown(pressed(state, "tab").state)).toContain("Inertia  : suggested k = 3");
    const words = pressed(state, "tab", "tab").state;
    expect(sentences(words)).toContain("3 segments: the curve bends there.");
    expect(sentences(pressed(words, "G").state)).toContain("the end.");
    expect(words.elbow.point).toBe(state.elbow.point);
  });
});

describe("the law of the screen", () => {
  const keys = fc.array(fc.constantFrom(..."up down left right G tab enter".split(" ")), { maxLength: 6 });
  const size: fc.Arbitrary<Size> = fc.record({
    columns: fc.integer({ min: 1, max: 220 }),
    rows: fc.integer({ min: 1, max: 70 }),
  });

  it("is read aloud with each number behind its name", () => {
    const begun = withVotes(ready(), { elbow: 3, silhouette: 6, stability: 4 }, null);
    const state = pressed({ ...begun, look: { ...begun.look, reader: true } }, "2").state;
    const said = elbowView(state, { width: 180, height: 40, panes: "one" }).map((all) =>
      all.map(({ text }) => text).join(""),
    );
    const three = said.find((text) => text.includes("k 3, "));
    expect(three).toMatch(
      /^▸k 3, inertia \S+, drop \d+ %, silhouette \S+, stability 0\.85, smallest \d+, suggested, shown, elbow speaks for it/,
    );
    expect(said.find((text) => text.includes("k 1, "))).not.toContain("silhouette");
  });

  it("is a block of exactly its room, with no picture where it is read aloud", () => {
    fc.assert(
      fc.property(
        keys,
        size,
        fc.constantFrom("one", "stacked", "columns"),
        fc.boolean(),
        (typed, room, panes, reader) => {
          const begun = withVotes(ready(), { elbow: 3, silhouette: 6, stability: 4 }, "They differ.");
          const state = pressed({ ...begun, look: { ...begun.look, reader } }, "2", ...typed).state;
          const lines = elbowView(state, { width: room.columns, height: room.rows, panes });
          expect(lines).toHaveLength(room.rows);
          for (const line of lines) expect(widthOf(line)).toBe(room.columns);
          if (reader)
            expect(
              lines
                .flat()
                .map(({ text }) => text)
                .join(""),
            ).not.toContain("Inertia");
        },
      ),
      { numRuns: 200 },
    );
  });
});
