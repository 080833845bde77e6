import fc from "fast-check";
import type { Edit } from "../edits/edit.ts";
import { editSegments } from "../edits/edit-segments.ts";
import { SegmentsError } from "../error.ts";
import type { SegmentOptions } from "../options.ts";
import { segment } from "../segment.ts";
import type { Segmentation } from "../segmentation.ts";
import type { Table } from "../table.ts";
import { tableOf } from "./table.ts";

/** Customers of two numbers, a dozen and more, all different. */
export const customers: fc.Arbitrary<Table> = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 })), {
    minLength: 12,
    maxLength: 40,
    selector: ([x, y]) => `${x} ${y}`,
  })
  .filter((rows) => [0, 1].every((j) => new Set(rows.map((row) => row[j])).size > 2))
  .map((rows) => tableOf({ income: rows.map(([x]) => x), visits: rows.map(([, y]) => y) }));

export const searched: SegmentOptions = { features: ["income", "visits"], resamples: 0 };

/** An edit as it is wished for: the segments are told by numbers, which letters there are is not known yet. */
export type Wish = (letters: readonly string[]) => Edit;

const place = fc.nat(20);
const text = fc.oneof(
  fc.constantFrom("<script>alert(1)</script>", "=cmd|' /C calc'!A0", "__proto__", "Best spenders", "high income", "🙂"),
  fc.string({ minLength: 1, maxLength: 12 }),
);

export const wishes: fc.Arbitrary<readonly Wish[]> = fc.array(
  fc.oneof(
    fc.tuple(place, place).map(([i, j]): Wish => {
      return (letters) => ({
        type: "merge",
        segments: [at(letters, i), at(letters, i + 1 + (j % (letters.length - 1 || 1)))],
      });
    }),
    place.map(
      (i): Wish =>
        (letters) => ({ type: "split", segment: at(letters, i) }),
    ),
    fc.tuple(place, text).map(
      ([i, name]): Wish =>
        (letters) => ({ type: "rename", segment: at(letters, i), name }),
    ),
    fc.tuple(place, text).map(
      ([i, note]): Wish =>
        (letters) => ({ type: "note", segment: at(letters, i), note }),
    ),
  ),
  { minLength: 1, maxLength: 5 },
);

function at(letters: readonly string[], i: number): string {
  return letters[i % letters.length]!;
}

/** The segmentation that wishes make, one by one. Those that cannot be are left out. */
export async function wished(table: Table, options: SegmentOptions, all: readonly Wish[]): Promise<Segmentation> {
  let found = await segment(table, options);
  for (const wish of all) {
    const edit = wish(found.segments.map(({ letter }) => letter));
    try {
      found = await editSegments(table, found, [edit], options);
    } catch (error) {
      if (!(error instanceof SegmentsError && error.code === "INVALID_EDIT")) throw error;
    }
  }
  return found;
}
