import { byName, byPart, findColumn } from "../columns/find.ts";
import { SegmentsError } from "../error.ts";
import { Pace } from "../pace.ts";
import { inChunks } from "../preparation/chunks.ts";
import { quoted } from "../quoted.ts";
import { groupSums } from "../statistics/group-sums.ts";
import { sum } from "../statistics/sum.ts";
import type { Column, Table } from "../table.ts";
import { type Labelled, labelled } from "./labelled.ts";
import type { Counted, Migration, MigrationCell, MigrationTable } from "./migration.ts";
import { movesOf, there } from "./moves.ts";
import { type Matched, matchedBy, sameSegments } from "./same-segments.ts";
import { sentences } from "./sentences.ts";

export interface MigrateOptions {
  /** The column that names customers in both tables, found by name or by a part of a name. */
  readonly id: string;
  /** The column that says what a customer is worth, found likewise; one of the tables may lack it. */
  readonly value?: string;
  /**
   * How segments of the two tables are known to be the same. Default: by letters where all that both tables have are
   * of the same name in both, as one model writes them; else by overlap, the optimal assignment by shared customers.
   */
  readonly matched?: Matched;
  readonly signal?: AbortSignal;
}

/**
 * Tells who moved from which segment to which. Both tables have columns `segment` and, if they like, `segment_name`, as
 * Kentro writes them. The first row of an id counts.
 * @throws SegmentsError where tables or options are at fault; `NO_ROWS` where no customer is in both tables; the signal's
 * reason where it is aborted
 * @example
 * const { sentences, moves } = await migrate(june, july, { id: "customer", value: "revenue" });
 * sentences[0]; // "41 of 200 customers moved (20.5%), most from A to C (12)."
 */
export async function migrate(before: Table, after: Table, options: MigrateOptions): Promise<Migration> {
  const pace = new Pace(options.signal);
  const value = valueColumns(before, after, options.value);
  const old = await labelled("first", before, options.id, value.before, pace);
  const now = await labelled("second", after, options.id, value.after, pace);
  const other = await joined(old, now, pace);
  requireCommon(old, now, other);
  const labels = { before: old.labels, after: other.map((code) => (code < 0 ? -1 : now.labels[code]!)) };
  const matched = options.matched ?? matchedBy(old.segments, now.segments);
  const same = sameSegments(matched, old.segments, now.segments, labels);

  // Groups of customers: the cells of the matrix, and then those who are not in it.
  const columns = now.segments.length;
  const cells = old.segments.length * columns;
  const [gone, arrived, unlabelled] = [cells, cells + 1, cells + 2];
  const groups = other.map((counterpart, customer) => {
    const [from, to] = [labels.before[customer]!, labels.after[customer]!];
    if (counterpart < 0) return gone;
    return from < 0 || to < 0 ? unlabelled : from * columns + to;
  });
  const groupsAfter = new Int32Array(now.customers).fill(arrived);
  for (let customer = 0; customer < other.length; customer++) {
    if (other[customer]! >= 0) groupsAfter[other[customer]!] = groups[customer]!;
  }
  await pace.breathe();
  const sizes = new Float64Array(cells + 3);
  for (const group of groups) sizes[group]!++;
  for (const group of groupsAfter) if (group === arrived) sizes[group]!++;
  const sums = {
    before: old.values && (await groupSums(groups, old.values, cells + 3, pace)),
    after: now.values && (await groupSums(groupsAfter, now.values, cells + 3, pace)),
  };
  const counted = (group: number): Counted => {
    const worth =
      value.name === null ? null : { before: there(sums.before?.[group]), after: there(sums.after?.[group]) };
    return { customers: sizes[group]!, value: worth };
  };
  const matrix = old.segments.map(({ letter: from }, i) => {
    const row = now.segments.map(({ letter: to }, j): MigrationCell => {
      return { from, to, ...counted(i * columns + j), share: 0, moved: same[i] !== j };
    });
    const all = row.reduce((total, { customers }) => total + customers, 0);
    return row.map((cell) => ({ ...cell, share: all === 0 ? 0 : cell.customers / all }));
  });
  const both = matrix.flat();
  const result: Omit<Migration, "sentences"> = {
    matched,
    before: described(old, (i) => now.segments[same[i] ?? -1]?.letter ?? null),
    after: described(now, (j) => old.segments[same.indexOf(j)]?.letter ?? null),
    matrix,
    both: together(both),
    stayed: together(both.filter(({ moved }) => !moved)),
    moved: together(both.filter(({ moved }) => moved)),
    gone: counted(gone),
    arrived: counted(arrived),
    unlabelled: counted(unlabelled),
    moves: await movesOf(old, now, { other, labels, same }, value.name !== null, pace),
  };
  return { ...result, sentences: sentences(result, { id: old.idColumn, value: value.name }) };
}

function valueColumns(
  before: Table,
  after: Table,
  asked: string | undefined,
): { readonly before: Column | null; readonly after: Column | null; readonly name: string | null } {
  if (asked === undefined) return { before: null, after: null, name: null };
  const exact = byName(after, asked) ?? byName(before, asked);
  // A part of a name is looked for in the later table, and in the earlier where the later has none like it.
  const { name } = exact ?? byPart(after, asked) ?? byPart(before, asked) ?? findColumn(after, asked);
  return { before: byName(before, name), after: byName(after, name), name };
}

/** For each customer of the one table the same in the other, -1 where there is none. */
async function joined(old: Labelled, now: Labelled, pace: Pace): Promise<Int32Array> {
  const known = new Map<string, number>();
  await inChunks(now.customers, pace, (from, to) => {
    for (let customer = from; customer < to; customer++) known.set(String(now.idOf(customer)), customer);
  });
  const found = new Int32Array(old.customers);
  await inChunks(old.customers, pace, (from, to) => {
    for (let customer = from; customer < to; customer++) {
      found[customer] = known.get(String(old.idOf(customer))) ?? -1;
    }
  });
  return found;
}

function requireCommon(old: Labelled, now: Labelled, other: Int32Array): void {
  if (other.some((customer) => customer >= 0)) return;
  const [a, b] = [old, now].map(({ idOf }) => quoted(String(idOf(0))));
  const message = `No customer is in both tables: the first ids in ${quoted(old.idColumn)} are ${a} and ${b}.`;
  throw new SegmentsError("NO_ROWS", message, { column: old.idColumn });
}

function together(cells: readonly Counted[]): Counted {
  const total = (of: "before" | "after"): number | null => {
    const known = cells.flatMap(({ value }) => value?.[of] ?? []);
    return known.length === 0 ? null : sum(Float64Array.from(known));
  };
  return {
    customers: cells.reduce((count, { customers }) => count + customers, 0),
    value: cells.some(({ value }) => value !== null) ? { before: total("before"), after: total("after") } : null,
  };
}

function described(table: Labelled, sameAs: (place: number) => string | null): MigrationTable {
  const sizes = new Float64Array(table.segments.length);
  let unlabelled = 0;
  for (const label of table.labels) {
    if (label < 0) unlabelled++;
    else sizes[label]!++;
  }
  const { customers, withoutId, repeatedIds } = table;
  const segments = table.segments.map((each, place) => ({ ...each, customers: sizes[place]!, same: sameAs(place) }));
  return { segments, customers, unlabelled, withoutId, repeatedIds };
}
