import type { Edit } from "@kentro/segments";
import fc from "fast-check";
import { expect, it } from "vitest";
import { editText } from "./edit.ts";
import { oneEdit } from "./values.ts";

const letter = fc.stringMatching(/^[A-Z]{1,3}$/);
const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom("=cmd()", "a=b", " spaced ", "one\ntwo", "__proto__"),
);
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ type: fc.constant("merge" as const), segments: fc.tuple(letter, letter) }),
  fc.record({ type: fc.constant("split" as const), segment: letter }),
  fc.record({
    type: fc.constant("rename" as const),
    segment: letter,
    name: text.filter((name) => name.trim() !== ""),
  }),
  fc.record({ type: fc.constant("note" as const), segment: letter, note: text }),
);

it("is read back as it was", () => {
  fc.assert(
    fc.property(edit, (edit) => {
      expect(oneEdit(editText(edit))).toEqual([edit]);
    }),
    { seed: 3, numRuns: 500 },
  );
});
