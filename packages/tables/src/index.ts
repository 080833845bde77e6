export { type Input, inputPaths, STANDARD_INPUT } from "./input/input.ts";
export { delimiterFor } from "./output/output-type.ts";
export { type ReadOptions, readTable } from "./read-table.ts";
export type {
  AddedColumn,
  BadCell,
  Column,
  DateColumn,
  IdentifierColumn,
  NumericColumn,
  Table,
  TextColumn,
} from "./table.ts";
export { TablesError, type TablesErrorCode, type TablesErrorPlace } from "./tables-error.ts";
export { type WriteColumnsOptions, writeColumns } from "./write-columns.ts";
export { type WriteTableOptions, writeTable } from "./write-table.ts";
export { writeText } from "./write-text.ts";
