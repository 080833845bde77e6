/** How a file of text with delimiters is written. */
export interface CsvStyle {
  readonly delimiter: "," | "\t" | ";";
  /** As Excel opens it well: a byte order mark, CRLF, cells as `excelText` has them. */
  readonly excel: boolean;
}
