import type { Segment, Table } from "@kentro/segments";
import { short, signed } from "../../../../text/number.ts";
import { type Beside, cellText } from "../../../columns/cell-text.ts";
import type { Places } from "../../../work/customers/protocol.ts";

/** One column of a customer against its segment and everybody. */
export interface Compared {
  readonly name: string;
  readonly own: string;
  /** The segment's mean, or how many of the segment have the same text; "" where that is not known. */
  readonly segment: string;
  readonly all: string;
  /** How far from the segment's mean in standard deviations of everybody, or null where that cannot be said. */
  readonly away: number | null;
  readonly difference: string;
}

/** A customer's columns: those clustered by, the other numbers, texts that are profiled, and whatever else the file has. */
export function compared(
  { columns }: Table,
  features: readonly string[],
  segment: Segment | null,
  places: Places | null,
  row: number,
  besideOf: (column: number) => Beside,
): Compared[] {
  const groups = [features, namesOf(segment?.numeric), namesOf(segment?.categories)];
  const ranks = columns.map(({ name }) => groups.findIndex((names) => names.includes(name)));
  const rank = (index: number): number => (ranks[index]! < 0 ? groups.length : ranks[index]!);
  const inOrder = [...columns.keys()].sort((a, b) => rank(a) - rank(b) || a - b);
  return inOrder.map((index) => {
    const column = columns[index]!;
    const plain: Compared = {
      name: column.name,
      own: cellText(column, row, besideOf(index)),
      ...{ segment: "", all: "", away: null, difference: "" },
    };
    if (column.type === "numeric") {
      return { ...plain, ...ofNumber(column.name, column.values[row]!, segment, places?.spreads[index] ?? null) };
    }
    return column.type === "text" ? { ...plain, ...ofText(column.name, plain.own, segment) } : plain;
  });
}

function namesOf(profiles: readonly { readonly column: string }[] = []): readonly string[] {
  return profiles.map(({ column }) => column);
}

function ofNumber(
  name: string,
  value: number,
  segment: Segment | null,
  spread: Places["spreads"][number],
): Partial<Compared> {
  const all = spread === null ? "" : short(spread.mean);
  if (segment === null) return { all };
  // Numbers that name customers have no mean worth a look.
  const profile = segment.numeric.find(({ column }) => column === name);
  if (profile === undefined) return {};
  const { mean } = profile;
  if (spread === null || Number.isNaN(value)) return { segment: short(mean), all };
  const away = spread.deviation > 0 ? (value - mean) / spread.deviation : 0;
  return { segment: short(mean), all, away, difference: signed(away) };
}

function ofText(name: string, value: string, segment: Segment | null): Partial<Compared> {
  const shares = segment?.categories.find(({ column }) => column === name)?.shares;
  const same = shares?.find((each) => each.value === value);
  if (same === undefined) return {};
  return { segment: `${Math.round(same.share * 100)} %`, all: `${Math.round(same.overall * 100)} %` };
}
