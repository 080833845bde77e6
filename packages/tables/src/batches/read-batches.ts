import { ColumnBuilder } from "../columns/column-builder.ts";
import type { Chunk } from "../duckdb/chunk.ts";
import type { Connection } from "../duckdb/connection.ts";
import type { TextCells } from "../duckdb/text-cells.ts";
import { numberAndText, type Source } from "../source/source.ts";
import type { Column, NumericColumn, Table } from "../table.ts";
import type { PlacedColumn } from "./needed-columns.ts";

/** Some rows of a file, one after the other. */
export interface Batch {
  /** Where in the file its first row stands, 0-based. */
  readonly firstRow: number;
  /**
   * The columns asked for, under the names they were asked for by: first the numeric ones, then text. Rows are counted
   * within the batch, also those of unreadable cells; codes are the batch's own.
   */
  readonly table: Table;
}

/** A batch and the cells that its rows have in the file. */
export interface CellBatch extends Batch {
  /** The rows in order, a few at a time; of each all the file's columns. Empty where cells were not asked for. */
  readonly cells: readonly { readonly rows: number; readonly columns: readonly TextCells[] }[];
}

/** What a batch is to hold. */
export interface BatchColumns {
  readonly numeric: readonly PlacedColumn[];
  readonly text: readonly PlacedColumn[];
  /** Whether the cells of all columns are wanted too. */
  readonly cells: boolean;
}

/** No text column of so many rows has more different values than are held. */
const MOST_ROWS = 65_536;
const MOST_CHUNK_ROWS = 2048;
const NO_NUMBERS = new Float64Array(MOST_CHUNK_ROWS).fill(Number.NaN);

/** The rows of a source in batches of some 65,536. A column that is asked for as numeric must be read as numbers. */
export async function* readBatches(
  source: Source,
  connection: Connection,
  file: string,
  columns: BatchColumns,
): AsyncGenerator<CellBatch> {
  const query = new BatchQuery(source, columns);
  let firstRow = 0;
  let rows = 0;
  let chunks: Chunk[] = [];
  const batch = (): CellBatch => {
    const table = { rows, columns: tableColumns(chunks, source, query, columns, file, firstRow) };
    const all = columns.cells ? source.names.map((_, i) => query.textAt(i)) : [];
    const cells = columns.cells
      ? chunks.map((chunk) => ({ rows: chunk.rows, columns: all.map((at) => chunk.texts(at)) }))
      : [];
    return { firstRow, table, cells };
  };
  for await (const chunk of connection.chunks(query.sql)) {
    chunks.push(chunk);
    rows += chunk.rows;
    if (rows + MOST_CHUNK_ROWS <= MOST_ROWS) continue;
    yield batch();
    firstRow += rows;
    rows = 0;
    chunks = [];
  }
  if (rows > 0) yield batch();
}

function tableColumns(
  chunks: readonly Chunk[],
  source: Source,
  query: BatchQuery,
  { numeric, text }: BatchColumns,
  file: string,
  firstRow: number,
): Column[] {
  const numbers = numeric.map(({ name, place }): NumericColumn => {
    const builder = new ColumnBuilder(file, name, source.readings[place], { firstRow });
    for (const chunk of chunks) {
      builder.push(chunk.rows, chunk.numbers(query.numberAt(place)), chunk.texts(query.textAt(place)));
    }
    const column = builder.build();
    if (column === "mixed" || column.type !== "numeric") throw new Error("expected a column read as numeric to be so");
    return column;
  });
  const texts = text.map(({ name, place }): Column => {
    const builder = new ColumnBuilder(file, name, { as: "text" }, { firstRow });
    for (const chunk of chunks) builder.push(chunk.rows, NO_NUMBERS, chunk.texts(query.textAt(place)));
    const column = builder.build();
    if (column === "mixed") throw new Error("expected a column read as text to be text");
    return column;
  });
  return [...numbers, ...texts];
}

/** A query for cells as text, then for numbers, and where in its rows each of them is. */
class BatchQuery {
  readonly sql: string;
  readonly #texts: readonly number[];
  readonly #numbers: readonly number[];

  constructor(source: Source, { numeric, text, cells }: BatchColumns) {
    const places = (columns: readonly PlacedColumn[]): number[] => columns.map(({ place }) => place);
    const whole = new Set(cells ? source.names.keys() : places(text));
    this.#numbers = [...new Set(places(numeric))];
    this.#texts = [...new Set([...whole, ...this.#numbers])];
    const expressions = [
      ...this.#texts.map((i) => (whole.has(i) ? `c${i}::VARCHAR` : numberAndText(source, i)[1])),
      ...this.#numbers.map((i) => numberAndText(source, i)[0]),
    ];
    // A table of which nothing is asked has rows all the same.
    this.sql = `SELECT ${expressions.length > 0 ? expressions.join(", ") : "NULL"} FROM ${source.relation}`;
  }

  textAt(place: number): number {
    return this.#texts.indexOf(place);
  }

  numberAt(place: number): number {
    return this.#texts.length + this.#numbers.indexOf(place);
  }
}
