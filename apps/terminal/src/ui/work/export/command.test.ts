import type { Edit } from "@kentro/segments";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SegmentInvocation } from "../../../command/arguments/invocation.ts";
import { parse } from "../../../command/arguments/parse.ts";
import { DEFAULTS } from "../../testing/shop.ts";
import type { Settings } from "../protocol.ts";
import { commandArguments, commandFor } from "./command.ts";
import type { Saved } from "./protocol.ts";

/** What the program makes of the command line. */
function parsed(source: string, settings: Settings, outputs: readonly Pick<Saved, "option" | "shown">[] = []) {
  const asked = parse(commandArguments(source, settings, outputs));
  if (asked.command !== "segment") throw new Error("expected kentro segment");
  return asked;
}

const name = fc.oneof(
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 }),
  fc.stringMatching(/^[-"'=, $a]{1,6}$/),
  fc.constantFrom("all", "--k", "-", "Income, net", "a=b", " age ", '"', "__proto__", "it's", "Annual Income (k$)"),
);
const names = fc.uniqueArray(name, { maxLength: 4 });

const letter = fc.stringMatching(/^[A-Z]{1,2}$/);
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ type: fc.constant("merge" as const), segments: fc.tuple(letter, letter) }),
  fc.record({ type: fc.constant("split" as const), segment: letter }),
  fc.record({ type: fc.constant("rename" as const), segment: letter, name: name.filter((text) => text.trim() !== "") }),
  fc.record({ type: fc.constant("note" as const), segment: letter, note: name }),
);

const settings: fc.Arbitrary<Settings> = fc.record({
  features: fc.oneof(fc.constant("default" as const), fc.uniqueArray(name, { minLength: 1, maxLength: 4 })),
  categorical: names,
  scale: fc.constantFrom("standard", "robust", "minmax", "none"),
  log: names,
  weights: fc.dictionary(name, fc.double({ min: 1e-6, max: 1e6, noNaN: true }), { maxKeys: 3 }),
  missing: fc.constantFrom(["drop"], ["median"], ["category"], ["median", "category"]),
  k: fc.oneof(fc.constant("auto" as const), fc.integer({ min: 1, max: 1000 })),
  seed: fc.nat(2 ** 32 - 1),
  edits: fc.array(edit, { maxLength: 3 }),
});

const OUTPUTS = ["--out", "--model", "--report", "--charts"] as const;
const outputs = fc
  .subarray([...OUTPUTS])
  .chain((options) => fc.tuple(...options.map((option) => fc.record({ option: fc.constant(option), shown: name }))));

const orNone = <T extends object>(given: T): T | undefined => (Object.keys(given).length === 0 ? undefined : given);

/** What a command line that says these settings must be read as. */
function expected({
  features,
  categorical,
  scale,
  log,
  weights,
  missing,
  k,
  seed,
  edits,
}: Settings): Partial<SegmentInvocation> {
  return {
    features: features === "default" ? undefined : features,
    ...{ categorical: orNone(categorical), scale, log: orNone(log), weights: orNone({ ...weights }) },
    ...{ missing: missing.join() === "drop" ? undefined : missing, k, seed },
    edits,
  };
}

describe("the command line of a session", () => {
  it("is read as the settings it was made of, whatever columns and files are called", () => {
    fc.assert(
      fc.property(settings, outputs, (asked, written) => {
        const { weights, ...read } = parsed("shop.csv", asked, written);
        expect({ ...read, weights: weights === undefined ? undefined : { ...weights } }).toMatchObject(expected(asked));
        for (const { option, shown } of written) {
          const key = option.slice(2);
          expect(Object.entries(read).find(([each]) => each === key)?.[1]).toBe(shown);
        }
      }),
      { numRuns: 400 },
    );
  });

  it("says only what is not the default", () => {
    expect(commandFor("mall", DEFAULTS, [])).toBe("kentro segment mall");
    const asked = { ...DEFAULTS, features: ["age", "Annual Income (k$)"], scale: "robust", k: 4, seed: 2 } as const;
    expect(commandFor("shop.csv", asked, [{ option: "--out", shown: "o.csv" }])).toBe(
      "kentro segment shop.csv --features 'age,Annual Income (k$)' --scale robust --k 4 --seed 2 --out o.csv",
    );
  });

  it("says logarithms, weights, categories and what is missing as kentro segment takes them", () => {
    const prepared = {
      log: ["income"],
      weights: { age: 2 },
      categorical: ["plan", "city"],
      missing: ["median"],
    } as const;
    expect(commandFor("a.csv", { ...DEFAULTS, ...prepared }, [])).toBe(
      "kentro segment a.csv --categorical plan,city --log income --weight age=2 --missing median",
    );
  });

  it("says what was changed by hand, in its order", () => {
    const edits = [
      { type: "merge", segments: ["B", "D"] },
      { type: "rename", segment: "A", name: "Ann's best" },
    ] as const;
    expect(commandFor("mall", { ...DEFAULTS, edits }, [])).toBe(
      "kentro segment mall --edit 'merge B,D' --edit 'rename A=Ann'\\''s best'",
    );
  });

  it("gives features one by one where a list would hide them", () => {
    expect(commandFor("a.csv", { ...DEFAULTS, features: ["Income, net", "age"] }, [])).toBe(
      "kentro segment a.csv --feature 'Income, net' --feature age",
    );
    expect(commandFor("a.csv", { ...DEFAULTS, features: ["all"] }, [])).toBe("kentro segment a.csv --feature all");
  });

  it("names a category as the feature where no numbers are taken: no features cannot be said", () => {
    expect(commandFor("a.csv", { ...DEFAULTS, features: [], categorical: ["plan"] }, [])).toBe(
      "kentro segment a.csv --features plan --categorical plan",
    );
  });

  it("takes no file for an option", () => {
    expect(parsed("-odd.csv", DEFAULTS).sources).toEqual(["./-odd.csv"]);
  });
});
