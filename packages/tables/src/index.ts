export type { NeededColumns } from "./batches/needed-columns.ts";
export type { Batch } from "./batches/read-batches.ts";
export { type Input, inputPaths, STANDARD_INPUT } from "./input/input.ts";
export { type LabelledTable, type LabelTableOptions, labelTable } from "./label-table.ts";
export type { NumericReading } from "./labelling/labelling.ts";
export { textOfCell } from "./output/column-cells.ts";
export { type OutputType, outputType } from "./output/output-type.ts";
export { type ReadOptions, readTable } from "./read-table.ts";
export type { Part } from "./segment-files/file-names.ts";
export type { SegmentInFiles } from "./segment-files/overview.ts";
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
export {
  type SegmentFile,
  type SegmentFiles,
  type SegmentFilesOptions,
  writeSegmentFiles,
} from "./write-segment-files.ts";
export { type WriteTableOptions, writeTable } from "./write-table.ts";
export { writeText } from "./write-text.ts";
