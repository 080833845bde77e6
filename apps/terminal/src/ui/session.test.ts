import fc from "fast-check";
import { expect, it } from "vitest";
import { isBehind } from "./state/run.ts";
import type { State } from "./state/state.ts";
import { ALL_KEYS } from "./testing/anything.ts";
import { played } from "./testing/played.ts";

const LOOK = { color: 0, utf8: true, theme: "dark", reader: false } as const;

/** All but what leaves the table, and what writes files. */
const KEYS = ALL_KEYS.filter((key) => !["O", "q", "w"].includes(key));

/** Those that change what is asked for, where they do. */
const CHANGES = ["1", "space", "s", "L", "M", "<", "3", "m", "S", "enter", "+", "-", "a", "R", "r", "u", "escape"];

/** What the segments are, apart from the id of the run that found them. */
function segmentsIn({ result }: State): unknown {
  return result === null ? null : { ...result.segmentation, labels: [...result.segmentation.labels] };
}

it("comes to rest after any keys, and goes back by u to what it began with", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...KEYS, ...CHANGES, ...CHANGES), { maxLength: 20 }),
      fc.integer({ min: 1, max: 5 }),
      async (keys, atOnce) => {
        const { state, press } = await played("mall", { columns: 80, rows: 24 }, LOOK);
        const first = state();
        for (let at = 0; at < keys.length; at += atOnce) await press(...keys.slice(at, at + atOnce));
        expect(state()).toMatchObject({ work: { kind: "idle" }, writing: null });
        await press("escape", "escape", "escape", "1");
        while (state().past.length > 0) await press("u");
        expect(isBehind(state())).toBe(false);
        expect(state().settings).toEqual(first.settings);
        expect(segmentsIn(state())).toEqual(segmentsIn(first));
        expect(state().curve).toEqual(first.curve);
      },
    ),
    { seed: 1, numRuns: 4 },
  );
});
