import { type Bins, binsOf } from "@kentro/cells";
import type { Column, DateColumn, NumericColumn, Table, TextColumn } from "@kentro/segments";
import { asWritten } from "../../text/number.ts";
import { widestOf } from "../../text/visible.ts";
import { pauseOf } from "./pause.ts";
import { type ColumnFacts, MOST_DISTINCT, NOT_HELD, type ScaleFacts } from "./protocol.ts";

/** The widths of so many cells of a column are looked at, and of its least and its most. */
const MEASURED = 1000;

/** As wide as a date with the time of day. */
const DATE_CELLS = 19;

/** The quartiles of more values than this are those of so many of them. */
export const MOST_SORTED = 100_000;

/** So many rows without a value are listed, and so many of the most frequent texts. */
const MOST_LISTED = 100;
const MOST_TOP = 20;

/** Many times as many as the cells of a shape on one line, and enough for a page. */
const MOST_BINS = 48;
/** Whole numbers of a range as short as this have bins of their own, up to so many. */
const MOST_WHOLE = 10_000;
const MOST_WHOLE_BINS = 100;

/** What is worth knowing of each column of a table; other work may have its turn after every column. */
export async function factsOfTable({ columns }: Table, signal: AbortSignal): Promise<ColumnFacts[]> {
  const pause = pauseOf(signal);
  const facts: ColumnFacts[] = [];
  for (const column of columns) {
    facts.push(factsOf(column));
    await pause();
  }
  return facts;
}

/** What is worth knowing of a column. */
export function factsOf(column: Column): ColumnFacts {
  switch (column.type) {
    case "numeric": {
      const scale = scaleFacts(column);
      return { type: "numeric", cells: widest(column.values, scale), ...scale };
    }
    case "date":
      return { type: "date", cells: DATE_CELLS, ...scaleFacts(column) };
    case "text":
      return textFacts(column);
    case "identifier":
      return { type: "identifier", cells: NOT_HELD.length };
    default:
      return column satisfies never;
  }
}

function scaleFacts({ values }: NumericColumn | DateColumn): ScaleFacts {
  let [low, high] = [Number.NaN, Number.NaN];
  let [mean, known] = [0, 0];
  let whole = true;
  const missingRows: number[] = [];
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (Number.isNaN(value)) {
      if (missingRows.length < MOST_LISTED) missingRows.push(row);
      continue;
    }
    known++;
    mean += value / known - mean / known;
    if (!(value >= low)) low = value;
    if (!(value <= high)) high = value;
    whole &&= Number.isInteger(value);
  }
  const isWhole = whole && high - low < MOST_WHOLE;
  const sorted = someOf(values, known).sort();
  return {
    ...{ low, high, mean: known === 0 ? Number.NaN : mean },
    ...{ lower: quantile(sorted, 0.25), median: quantile(sorted, 0.5), upper: quantile(sorted, 0.75) },
    ...{ sampled: sorted.length < known ? sorted.length : null, distinct: distinctOf(values) },
    ...{ bins: isWhole ? wholeBins(values, low, high) : binsOf(values, MOST_BINS), missingRows },
  };
}

/** Bins of as many whole numbers each: where their width is none of whole numbers, some would hold one more than others. */
function wholeBins(values: Float64Array, low: number, high: number): Bins {
  const width = Math.ceil((high - low + 1) / MOST_WHOLE_BINS);
  const counts = new Array<number>(Math.ceil((high - low + 1) / width)).fill(0);
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (!Number.isNaN(value)) counts[Math.floor((value - low) / width)]!++;
  }
  return { extent: { low, high: low + width * counts.length }, counts };
}

/** The values that are there; of too many so many all over the column, for they may be in order. */
function someOf(values: Float64Array, known: number): Float64Array {
  if (known <= MOST_SORTED) return values.filter((value) => !Number.isNaN(value));
  const some = new Float64Array(MOST_SORTED);
  const every = values.length / MOST_SORTED;
  let taken = 0;
  for (let place = 0; place < MOST_SORTED; place++) {
    // The golden section keeps clear of any period that the rows may have.
    const value = values[Math.floor((place + ((place * 0.618033988749895) % 1)) * every)]!;
    if (!Number.isNaN(value)) some[taken++] = value;
  }
  return some.subarray(0, taken);
}

/** Interpolated linearly between neighbors; NaN of nothing. */
function quantile(sorted: Float64Array, share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  const part = place - Math.floor(place);
  return below === above ? below : below * (1 - part) + above * part;
}

/** How many different values there are; null for more than are counted. */
function distinctOf(values: Float64Array): number | null {
  const seen = new Set<number>();
  let last = Number.NaN;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (value === last || Number.isNaN(value)) continue;
    last = value;
    seen.add(value);
    if (seen.size > MOST_DISTINCT) return null;
  }
  return seen.size;
}

function widest(values: Float64Array, { low, high }: ScaleFacts): number {
  const step = Math.max(1, Math.floor(values.length / MEASURED));
  let cells = 1;
  const measure = (value: number): void => {
    if (!Number.isNaN(value)) cells = Math.max(cells, asWritten(value).length);
  };
  for (let row = 0; row < values.length; row += step) measure(values[row]!);
  measure(low);
  measure(high);
  return cells;
}

function textFacts({ codes, categories }: TextColumn): ColumnFacts {
  const counts = new Int32Array(categories.length);
  const missingRows: number[] = [];
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    if (code >= 0) counts[code]!++;
    else if (missingRows.length < MOST_LISTED) missingRows.push(row);
  }
  const order = Array.from(counts.keys()).sort((a, b) => counts[b]! - counts[a]! || a - b);
  const top = order.slice(0, MOST_TOP).map((code) => ({ value: categories[code]!, count: counts[code]! }));
  const cells = Math.max(1, widestOf(categories));
  return { type: "text", distinct: categories.length, cells, top, missingRows };
}
