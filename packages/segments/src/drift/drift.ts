import { checkTable } from "../columns/check-table.ts";
import type { FeatureColumn } from "../columns/feature-column.ts";
import { type LeftOut, usableRows } from "../columns/left-out.ts";
import { takesMissing } from "../model/saved-feature.ts";
import type { SegmentationModel } from "../model/segmentation-model.ts";
import { Pace } from "../pace.ts";
import { modelColumns } from "../preparation/model-columns.ts";
import type { Table } from "../table.ts";
import { type FeatureDrift, featureDrift } from "./feature-drift.ts";
import { newCategories, placedRows } from "./new-categories.ts";
import { type Shift, shiftOf } from "./shift.ts";
import { type Refit, verdictOf } from "./verdict.ts";

/** A segment before and now. Of its customers nothing is told but how many they are. */
export interface SegmentDrift {
  /** Its index in the model's `segments`. */
  readonly id: number;
  readonly letter: string;
  readonly name: string;
  /** Its customers now. */
  readonly customers: number;
  /** Of the customers of the model, and of those put into segments now; 0 to 1. */
  readonly share: { readonly before: number; readonly now: number };
}

/** Customers that are like no segment: farther from the nearest centroid than all but 0.5 % of the model's customers were from the mean of the others in their segment. */
export interface FarCustomers {
  readonly customers: number;
  /** Of the customers put into segments now. */
  readonly share: number;
  /** What it was before, by definition: 0.005. */
  readonly expected: number;
}

/** How a table of customers differs from the one that a model was found on. */
export interface Drift {
  /** Customers that the model was found on. */
  readonly rowsBefore: number;
  readonly rowsRead: number;
  /** Customers put into segments. */
  readonly rows: number;
  /** Rows that miss a value the model needs. */
  readonly leftOut: LeftOut;
  /** Rows in no segment because the model does not know one of their categories. */
  readonly unknown: number;
  readonly segments: readonly SegmentDrift[];
  /** How far the shares of the segments have shifted. */
  readonly shares: Shift;
  /** In the order of the model's features. */
  readonly features: readonly FeatureDrift[];
  readonly far: FarCustomers;
  /** Whether the segments should be found anew. */
  readonly refit: Refit;
  /** Why, in a sentence. */
  readonly reason: string;
}

/** The share of its customers that a model calls far. */
const FAR_SHARE = 0.005;

/** Rows that are placed at a time: memory does not grow with the table. */
const BATCH = 65_536;

/**
 * Compares customers with those that a model was found on: the shares of segments, each feature (PSI), missing values and
 * categories before and now, and how many customers are like no segment; and says whether to refit.
 * @param table with the model's columns, found by their names as `predict` finds them
 * @throws SegmentsError UNKNOWN_COLUMN, AMBIGUOUS_COLUMN, NOT_NUMERIC, UNKNOWN_CATEGORY for a column that is of no category at
 * all, OUT_OF_RANGE, INVALID_TABLE; the signal's reason where it is aborted
 * @example
 * const { refit, reason } = await drift(model, nextMonth);
 */
export async function drift(
  model: SegmentationModel,
  table: Table,
  options: { readonly threads?: number; readonly signal?: AbortSignal } = {},
): Promise<Drift> {
  const pace = new Pace(options.signal);
  checkTable(table);
  const { recipe, training } = model;
  const columns = modelColumns(recipe, table);
  const required = columns.filter((_, i) => !takesMissing(recipe[i]!));
  const { rows, leftOut } = usableRows(table.rows, required);
  const strange = columns.map((column, i) => newCategories(column, recipe[i]!));
  const placed = await placedRows(columns, strange, rows, pace);
  const features: FeatureDrift[] = [];
  for (const [i, column] of columns.entries()) {
    features.push(await featureDrift(recipe[i]!.name, column, training.features[i]!, strange[i]!, pace));
  }
  const counts = new Array<number>(model.segments.length).fill(0);
  let far = 0;
  for (let from = 0; from < placed.length; from += BATCH) {
    const batch = batchOf(columns, placed.subarray(from, from + BATCH));
    const { labels, distance } = await model.place(batch, options);
    for (let row = 0; row < batch.rows; row++) {
      counts[labels[row]!]!++;
      if (distance[row]! > training.far) far++;
    }
    await pace.breathe();
  }
  const found: Omit<Drift, "refit" | "reason"> = {
    rowsBefore: model.rows,
    rowsRead: table.rows,
    rows: placed.length,
    leftOut,
    unknown: rows.length - placed.length,
    segments: model.segments.map(({ id, letter, name, share }) => {
      const customers = counts[id]!;
      return { id, letter, name, customers, share: { before: share, now: shareOf(customers, placed.length) } };
    }),
    shares: shiftOf(
      model.segments.map(({ size }) => size),
      counts,
    ),
    features,
    far: { customers: far, share: shareOf(far, placed.length), expected: FAR_SHARE },
  };
  return { ...found, ...verdictOf(found) };
}

function batchOf(columns: readonly FeatureColumn[], rows: Int32Array): Table {
  return {
    rows: rows.length,
    columns: columns.map((column): FeatureColumn => {
      if (column.type === "text") return { ...column, codes: rows.map((row) => column.codes[row]!) };
      return { ...column, values: Float64Array.from(rows, (row) => column.values[row]!) };
    }),
  };
}

function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
