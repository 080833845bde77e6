import { principalComponents } from "@kentro/core";
import type { Segmentation, Table } from "@kentro/segments";
import { byTelling, numericFeatures } from "../columns.ts";
import { numericColumn } from "../customers.ts";
import { listed, percent } from "../numbers.ts";
import type { CustomerSample } from "../sample.ts";
import { shortened } from "./labels.ts";

/** The two directions of a segment map, with where each customer lies along them. */
export interface MapAxes {
  readonly across: MapAxis;
  readonly up: MapAxis;
  /** The segment of each customer, -1 for one who is in none. */
  readonly labels: Int32Array;
  /** What the directions are, for the caption. */
  readonly words: string;
}

export interface MapAxis {
  readonly values: Float64Array;
  /** A few lines. */
  readonly title: readonly string[];
  /** Whether its numbers have a unit to be read in. */
  readonly measured: boolean;
}

/** More coordinates than this are not turned into components. */
const mostCoordinates = 200;

/** From this correlation on a component is said to go with a column. */
const goesWith = 0.4;

/**
 * The directions to draw customers along: the columns chosen; else the two features, where there are two; else the two
 * principal components of what was clustered. Null where there is one feature only.
 *
 * @param chosen names of two numeric columns
 */
export async function mapAxes(
  segmentation: Segmentation,
  table: Table,
  customers: CustomerSample,
  chosen: readonly [string, string] | undefined,
): Promise<MapAxes | null> {
  const { segments, labels } = segmentation;
  const { points } = customers;
  const numbers = numericFeatures(segmentation, table);
  const [first, second] = byTelling(segments, numbers);
  const telling =
    first === undefined || second === undefined ? null : numbers.filter((name) => name === first || name === second);
  const few = points.columns === 2 || points.columns > mostCoordinates || points.rows < 3;
  const pair = chosen ?? (few ? telling : null);
  if (pair !== null) {
    const [across, up] = pair.map((title) => ({
      values: numericColumn(table, segmentation, title),
      title: [title],
      measured: true,
    }));
    if (across === undefined || up === undefined) return null;
    const words =
      chosen === undefined && numbers.length > 2
        ? `the two columns that tell them apart best, ${listed(pair)}`
        : listed(pair);
    const there = labels.map((label, row) => (Number.isNaN(across.values[row]! + up.values[row]!) ? -1 : label));
    return there.some((label) => label >= 0) ? { across, up, labels: there, words } : null;
  }
  if (points.columns < 2) return null;
  return await components(segmentation, table, customers, numbers);
}

async function components(
  segmentation: Segmentation,
  table: Table,
  { points, rows, labels }: CustomerSample,
  numbers: readonly string[],
): Promise<MapAxes> {
  const { scores, explained } = await principalComponents(points, { count: 2 });
  const axis = (component: number): MapAxis => {
    const values = Float64Array.from({ length: scores.rows }, (_, i) => scores.data[2 * i + component]!);
    const meaning = numbers
      .map((name) => ({ name, with: correlation(values, numericColumn(table, segmentation, name), rows) }))
      .filter((column) => Math.abs(column.with) >= goesWith)
      .sort((a, b) => Math.abs(b.with) - Math.abs(a.with))
      .slice(0, 2)
      .map(
        (column, _, { length }) =>
          `${column.with > 0 ? "more" : "less"} ${shortened(column.name, length === 1 ? 30 : 22)}`,
      );
    const share = `${percent(explained[component]!, 0)} of the variance`;
    return { values, title: meaning.length === 0 ? [share] : [...meaningLines(meaning), share], measured: false };
  };
  const both = percent(explained[0]! + explained[1]!, 0);
  const words = `the two directions in which customers differ most (principal components), which explain ${both} of all differences`;
  return { across: axis(0), up: axis(1), labels, words };
}

/** "more age and less income →", on two lines: columns' names may be long. */
function meaningLines(meaning: readonly string[]): readonly string[] {
  return meaning.map((text, i) => `${text} ${i < meaning.length - 1 ? "and" : "→"}`);
}

/** Pearson's correlation over the customers who have a value. */
function correlation(scores: Float64Array, values: Float64Array, rows: Int32Array): number {
  let [count, meanX, meanY, xx, yy, xy] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < rows.length; i++) {
    const [x, y] = [scores[i]!, values[rows[i]!]!];
    if (Number.isNaN(y)) continue;
    count++;
    const [fromX, fromY] = [x - meanX, y - meanY];
    meanX += fromX / count;
    meanY += fromY / count;
    xx += fromX * (x - meanX);
    yy += fromY * (y - meanY);
    xy += fromX * (y - meanY);
  }
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx) / Math.sqrt(yy) : 0;
}
