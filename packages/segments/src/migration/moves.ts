import type { Pace } from "../pace.ts";
import { inChunks } from "../preparation/chunks.ts";
import type { Labelled } from "./labelled.ts";
import type { Move } from "./migration.ts";
import { sorted } from "./sorted.ts";

/** Everybody who has a segment in both tables and not the same: by segment before, segment after, and id. */
export async function movesOf(
  old: Labelled,
  now: Labelled,
  {
    other,
    labels,
    same,
  }: {
    readonly other: Int32Array;
    readonly labels: { readonly before: Int32Array; readonly after: Int32Array };
    readonly same: readonly (number | null)[];
  },
  valued: boolean,
  pace: Pace,
): Promise<readonly Move[]> {
  const moved = other
    .map((_, customer) => customer)
    .filter((customer) => {
      const [from, to] = [labels.before[customer]!, labels.after[customer]!];
      return from >= 0 && to >= 0 && same[from] !== to;
    });
  const byPlace = (a: number, b: number): number => {
    const apart = labels.before[a]! - labels.before[b]! || labels.after[a]! - labels.after[b]!;
    return apart || (old.idOf(a) < old.idOf(b) ? -1 : 1);
  };
  const ordered = await sorted(moved, byPlace, pace);
  const moves: Move[] = [];
  await inChunks(ordered.length, pace, (first, last) => {
    for (let i = first; i < last; i++) {
      const customer = ordered[i]!;
      moves.push({
        id: old.idOf(customer),
        from: old.segments[labels.before[customer]!]!.letter,
        to: now.segments[labels.after[customer]!]!.letter,
        value: valued ? { before: there(old.values?.[customer]), after: there(now.values?.[other[customer]!]) } : null,
      });
    }
  });
  return moves;
}

/** A value, or null where there is none. */
export function there(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}
