import { checkOptions, type SegmentOptions } from "../options.ts";
import { Pace } from "../pace.ts";
import type { Table } from "../table.ts";
import { checkTable } from "./check-table.ts";
import { chooseFeatures, type FeatureChoice } from "./choice.ts";

/**
 * Which columns `segment` would cluster by, and what becomes of every column, before anything is clustered.
 * @param options as for `segment`: `features`, `categorical`, `id` and `signal` play a part
 * @throws SegmentsError as `segment` does for columns: `NO_FEATURES` where the default finds none
 * @example
 * const { columns } = await featureChoice(mall);
 * columns[0].words; // "CustomerID left out: every value differs, it is an identifier"
 */
export async function featureChoice(
  table: Table,
  options: Pick<SegmentOptions, "features" | "categorical" | "id" | "signal"> = {},
): Promise<FeatureChoice> {
  const { features = "all", categorical, id, signal } = options;
  checkOptions(options);
  checkTable(table);
  return (await chooseFeatures(table, features, id, new Pace(signal), categorical)).choice;
}
