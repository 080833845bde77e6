import type { NeededColumns } from "./batches/needed-columns.ts";
import type { Batch } from "./batches/read-batches.ts";
import type { Input } from "./input/input.ts";
import { labelRows } from "./labelling/label-rows.ts";
import type { Labelled, Labelling, Way } from "./labelling/labelling.ts";
import { withReadings } from "./labelling/readings.ts";
import { writeLabelled } from "./labelling/write-labelled.ts";
import { noRows } from "./read-table.ts";
import { type Selection, withSource } from "./source/with-source.ts";
import type { Label } from "./table.ts";

export interface LabelTableOptions {
  /** The table whose rows are labelled, as `readTable` reads it. */
  readonly source: Input;
  /** An SQL condition on one row, as of `readTable`: rows that do not meet it are left out, and not written. */
  readonly where?: string | undefined;
  /**
   * The columns that `label` needs, by name: the one of exactly that name, else the only one of that name in other letter
   * case or spacing. Each is given under the name asked for, and as what it is asked for as.
   */
  readonly columns: NeededColumns;
  /**
   * The codes of the rows of a batch, -1 for none. Batches come one at a time and in order. A file that turns out in the
   * middle to need another way of reading (decimal commas, say) begins again, with a batch whose `firstRow` is 0.
   */
  readonly label: (batch: Batch) => Promise<Int32Array>;
  /** Columns to put after those of the file: what each code stands for in them. */
  readonly added: readonly Label[];
  /** Write CSV as Excel opens it well; default false. */
  readonly excel?: boolean;
  /** Replace an existing file; default false. */
  readonly overwrite?: boolean;
  /** Aborting rejects with the signal's reason and leaves nothing behind. */
  readonly signal?: AbortSignal;
  /** Rows labelled so far; at most ten times a second, and once at the end. */
  readonly onProgress?: (progress: { readonly rows: number }) => void;
}

/** What came of labelling a file. */
export interface LabelledTable extends Labelled {
  /** How many rows have each code. */
  readonly counts: readonly number[];
  /** How many have none. */
  readonly unlabelled: number;
}

/**
 * Labels the rows of a file in batches of some 65,536, and writes them with their labels to `out` as `writeTable` does, or,
 * where `out` is null, nothing. However many rows there are, no more than a few batches of them are in memory at a time.
 *
 * Throws TablesError: what `writeTable` throws, NO_ROWS, NO_SUCH_COLUMN and AMBIGUOUS_COLUMN for the columns needed, and
 * NOT_NUMERIC for one that is needed as numbers where less than 80 % of its cells that are not missing are finite numbers.
 */
export async function labelTable(out: string | null, options: LabelTableOptions): Promise<LabelledTable> {
  const { source, where, columns, added, label, excel = false, overwrite = false, signal, onProgress } = options;
  let counts: number[] = []; // of no code first
  const labelling: Labelling = {
    columns,
    added,
    async codes(batch) {
      if (batch.firstRow === 0) counts = [];
      const codes = await label(batch);
      if (codes.length !== batch.table.rows) {
        throw new RangeError(`Expected a code for each of ${batch.table.rows} rows, got ${codes.length}`);
      }
      for (const code of codes) counts[code + 1] = (counts[code + 1] ?? 0) + 1;
      return added.map(() => codes);
    },
    checkRows(rows, opened) {
      if (rows === 0) throw noRows(opened);
    },
  };
  const way = { excel, overwrite, signal, onProgress };
  const selection = { source, where };
  const labelled =
    out === null ? await labelOnly(selection, labelling, way) : await writeLabelled(out, selection, labelling, way);
  const categories = Math.max(counts.length - 1, ...added.map((each) => each.categories.length));
  return {
    ...labelled,
    counts: Array.from({ length: Math.max(0, categories) }, (_, code) => counts[code + 1] ?? 0),
    unlabelled: counts[0] ?? 0,
  };
}

function labelOnly(
  selection: Selection,
  labelling: Labelling,
  way: Pick<Way, "signal" | "onProgress">,
): Promise<Labelled> {
  return withSource(selection, way.signal, (source, connection, opened) =>
    withReadings(source, connection, labelling.columns, opened.name, (found) =>
      labelRows(found, connection, opened, labelling, way, false, async () => {}),
    ),
  );
}
