import type { NumericColumn, TextColumn } from "../table.ts";

/** A column as it is clustered by: numbers, or categories. */
export type FeatureColumn = NumericColumn | TextColumn;
