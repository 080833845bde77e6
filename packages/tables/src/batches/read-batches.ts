import { numberSql, textSql } from "../cells/reading.ts";
import { ColumnBuilder } from "../columns/column-builder.ts";
import type { Points } from "../columns/points.ts";
import type { Chunk } from "../duckdb/chunk.ts";
import type { Connection } from "../duckdb/connection.ts";
import type { TextCells } from "../duckdb/text-cells.ts";
import type { Source } from "../source/source.ts";
import type { Column, Table } from "../table.ts";
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

/** A column of numbers. */
export interface PlacedNumbers extends PlacedColumn {
  /** Watches what its points are where that is not known. */
  readonly points: Points | null;
  /** Whether the column as a whole is known to be text, and numbers are looked for only to tell of a cell that is none. */
  readonly isText: boolean;
}

/** What a batch is to hold. The source reads the numeric columns as numbers. */
export interface BatchColumns {
  readonly numeric: readonly PlacedNumbers[];
  readonly text: readonly PlacedColumn[];
  /** Whether the cells of all columns are wanted too. */
  readonly cells: boolean;
}

/** No text column of so many rows has more different values than are held. */
const MOST_ROWS = 65_536;
const MOST_CHUNK_ROWS = 2048;

/** The rows of a source in batches of some 65,536; `file` is what errors call it. */
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
    const table = { rows, columns: tableColumns(source, chunks, query, columns, file, firstRow) };
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
  source: Source,
  chunks: readonly Chunk[],
  query: BatchQuery,
  { numeric, text }: BatchColumns,
  file: string,
  firstRow: number,
): Column[] {
  const numbers = numeric.map(({ name, place, points }): Column => {
    const builder = new ColumnBuilder(file, name, source.readings[place], false, firstRow);
    for (const chunk of chunks) {
      const [values, cells] = [chunk.numbers(query.numberAt(place)), chunk.texts(query.textAt(place))];
      builder.push(chunk.rows, values, cells);
      points?.push(values, cells);
    }
    return builtColumn(builder);
  });
  const texts = text.map(({ name, place }): Column => {
    const builder = new ColumnBuilder(file, name, { as: "text" }, false, firstRow);
    for (const chunk of chunks) {
      const none = new Float64Array(chunk.rows).fill(Number.NaN);
      builder.push(chunk.rows, none, chunk.texts(query.textAt(place)));
    }
    return builtColumn(builder);
  });
  return [...numbers, ...texts];
}

function builtColumn(builder: ColumnBuilder): Column {
  const column = builder.build();
  if (column === "mixed") throw new Error("expected a column whose reading is known not to be mixed");
  return column;
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
      ...this.#texts.map((i) => (whole.has(i) ? `c${i}::VARCHAR` : textSql(`c${i}`, source.readings[i]))),
      ...this.#numbers.map((i) => numberSql(`c${i}`, source.readings[i])),
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
