import type { FileHandle } from "node:fs/promises";
import { dirname } from "node:path";
import { numberSql, type Reading } from "../cells/reading.ts";
import { identifier } from "../duckdb/sql-text.ts";
import { addedNames } from "../output/added-cells.ts";
import { writeAtomically, writingFault } from "../output/atomic-file.ts";
import { writeParquet } from "../output/parquet-file.ts";
import { withTemporaryFile } from "../output/temporary-file.ts";
import type { Source } from "../source/source.ts";
import { type Selection, withSource } from "../source/with-source.ts";
import type { Label } from "../table.ts";
import { TablesError } from "../tables-error.ts";
import { codeTable, codeValues, writeCodes } from "./code-file.ts";
import { losslessNumbers } from "./columns-of-numbers.ts";
import { labelRows } from "./label-rows.ts";
import type { Labelled, Labelling, Way } from "./labelling.ts";
import { type FoundColumns, withReadings } from "./readings.ts";

/**
 * Writes the rows of a file as Parquet, and what labels them after their cells. The file is read twice: for the codes,
 * which a temporary file beside `out` keeps, and by DuckDB, which puts them beside the rows and writes both. Columns of
 * a Parquet file keep their types; of any other those become DOUBLE that lose nothing by it.
 *
 * The rows stream through; of all that grows with them DuckDB holds the codes alone, a byte for each added column.
 */
export async function labelParquet(
  out: string,
  selection: Selection,
  labelling: Labelling,
  way: Way,
): Promise<Labelled> {
  const { added } = labelling;
  const write = (parquet: string, codesFile: FileHandle, codesPath: string): Promise<Labelled> =>
    withSource(
      selection,
      way.signal,
      async (source, connection, opened) => {
        const numbers = opened.kind === "parquet" ? null : await losslessNumbers(source, connection);
        const label = (found: FoundColumns): Promise<Labelled> =>
          writeCodes(codesFile, (push) =>
            labelRows(found, connection, opened, labelling, way, false, ({ table }, codes) => push(codes, table.rows)),
          );
        const labelled = await withReadings(source, connection, labelling.columns, opened.name, label).catch(
          (error) => {
            throw writingFault(error, out);
          },
        );
        const cells = cellColumns(source, numbers);
        const query =
          added.length === 0
            ? `SELECT ${cells.join(", ")} FROM ${source.relation}`
            : besideCodes(source, cells, codesPath, added);
        const written = await writeParquet(connection, query, parquet, out);
        if (written !== labelled.rows) {
          throw new TablesError("ROWS_CHANGED", `${opened.name} has changed while it was read: try again.`);
        }
        return labelled;
      },
      [parquet, codesPath],
    );
  return writeAtomically(
    out,
    way.overwrite,
    (_, parquet) => withTemporaryFile(dirname(parquet), (codes, codesPath) => write(parquet, codes, codesPath)),
    way.signal,
  );
}

/** The columns of a source under their names, as numbers where there is a reading for them; null: all have types already. */
function cellColumns(source: Source, numbers: readonly (Reading | null)[] | null): string[] {
  return source.names.map((name, i) => {
    const reading = numbers?.[i] ?? null;
    const text = numbers === null ? `c${i}` : `c${i}::VARCHAR`;
    return `${reading === null ? text : numberSql(`c${i}`, reading)} AS ${identifier(name)}`;
  });
}

/** A join by position fills up the shorter side: with `here` the rows are those of the source. */
function besideCodes(source: Source, cells: readonly string[], codesPath: string, added: readonly Label[]): string {
  const values = codeValues(addedNames(source.names, added), added);
  const rows = `(SELECT *, true AS here FROM ${source.relation})`;
  return `SELECT ${[...cells, ...values].join(", ")} FROM ${rows} POSITIONAL JOIN ${codeTable(codesPath, added)} WHERE here`;
}
