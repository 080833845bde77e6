import type { Operation, Workspace } from "@kentro/kernel";
import type { Pace } from "../pace.ts";

/** A range of rows within one partition. */
export interface Piece {
  readonly first: number;
  readonly rows: number;
}

/** Does an operation to all rows, piece by piece. */
export class Crew {
  readonly #workspace: Workspace;
  #pieces: readonly Piece[] = [];
  #rowsAtOnce = 0;
  #results: Float64Array = new Float64Array(1);

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /**
   * Does an operation to every row.
   *
   * @param rowsAtOnce rows of a piece at most, a multiple of the kernel's chunk
   * @returns the numbers that each piece gave, piece after piece (see `piecesOf`); valid until the next call
   */
  async run(operation: Operation, rowsAtOnce: number, pace: Pace): Promise<Float64Array> {
    const pieces = this.#pieces.length > 0 && this.#rowsAtOnce === rowsAtOnce ? this.#pieces : this.#cut(rowsAtOnce);
    const each = this.#workspace.resultsOf(operation);
    if (this.#results.length !== pieces.length * each) this.#results = new Float64Array(pieces.length * each);
    for (let i = 0; i < pieces.length; i++) {
      this.#workspace.perform(operation, pieces[i].first, pieces[i].rows, this.#results, i * each);
      if (pace.due()) await pace.breathe();
    }
    return this.#results;
  }

  #cut(rowsAtOnce: number): readonly Piece[] {
    this.#rowsAtOnce = rowsAtOnce;
    this.#pieces = piecesOf(this.#workspace.shape, rowsAtOnce);
    return this.#pieces;
  }
}

/** All rows as pieces of at most `rowsAtOnce` rows, ascending, each within one partition. */
export function piecesOf(
  { rows, partitionRows }: { readonly rows: number; readonly partitionRows: number },
  rowsAtOnce: number,
): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let start = 0; start < rows; start += partitionRows) {
    const end = Math.min(start + partitionRows, rows);
    for (let first = start; first < end; first += rowsAtOnce) {
      pieces.push({ first, rows: Math.min(rowsAtOnce, end - first) });
    }
  }
  return pieces;
}
