import type { Labelled } from "./labelled.ts";
import type { Move } from "./migration.ts";

/** Everybody who has a segment in both tables and not the same: by segment before, segment after, and id. */
export function movesOf(
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
): readonly Move[] {
  const moved: {
    readonly customer: number;
    readonly from: number;
    readonly to: number;
    readonly id: string | number;
  }[] = [];
  for (let customer = 0; customer < other.length; customer++) {
    const [from, to] = [labels.before[customer]!, labels.after[customer]!];
    if (from >= 0 && to >= 0 && same[from] !== to) moved.push({ customer, from, to, id: old.idOf(customer) });
  }
  moved.sort((a, b) => a.from - b.from || a.to - b.to || (a.id < b.id ? -1 : 1));
  return moved.map(({ customer, from, to, id }) => ({
    id,
    from: old.segments[from]!.letter,
    to: now.segments[to]!.letter,
    value: valued ? { before: there(old.values?.[customer]), after: there(now.values?.[other[customer]!]) } : null,
  }));
}

/** A value, or null where there is none. */
export function there(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}
