export type { NeededColumns } from "./batches/needed-columns.ts";
export type { Batch } from "./batches/read-batches.ts";
export { type LabelledTable, type LabelTableOptions, labelTable } from "./label-table.ts";
export type { NumericReading } from "./labelling/labelling.ts";
export { type OutputType, outputType } from "./output/output-type.ts";
export { type ReadOptions, readTable } from "./read-table.ts";
export type {
  AddedColumn,
  BadCell,
  Column,
  DateColumn,
  IdentifierColumn,
  Label,
  NumericColumn,
  Table,
  TextColumn,
} from "./table.ts";
export { TablesError, type TablesErrorCode, type TablesErrorPlace } from "./tables-error.ts";
export { type WriteColumnsOptions, writeColumns } from "./write-columns.ts";
export { type WriteTableOptions, writeTable } from "./write-table.ts";
export { writeText } from "./write-text.ts";
