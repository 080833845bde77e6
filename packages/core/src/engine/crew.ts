import { chunkRows, type Precision } from "@kentro/kernel";
import type { Pace } from "../pace.ts";
import type { Board } from "../threads/board.ts";
import { countPartitions, type Piece, piecesBefore, piecesOf, piecesOfPartition } from "../threads/pieces.ts";
import type { SharedWork } from "../threads/seats.ts";
import type { Team } from "../threads/team.ts";

/** Multiply-adds in one call of the kernel: a few milliseconds, so that an abort is heard soon. */
const WORK_AT_ONCE = 16_000_000;

/** Rows of a piece of work with so many multiply-adds for each. */
export function rowsAtOnceFor(perRow: number, precision: Precision): number {
  const chunk = chunkRows(precision);
  return Math.max(1, Math.floor(WORK_AT_ONCE / perRow / chunk)) * chunk;
}

/** Does an operation to all rows, piece by piece: on this thread, and on those of the team that are up. */
export class Crew<Operation extends string> {
  readonly #target: SharedWork<Operation>;
  readonly #team: Team;
  #pieces: readonly Piece[] = [];
  #rowsAtOnce = 0;
  #results: Float64Array = new Float64Array(1);

  constructor(target: SharedWork<Operation>, team: Team) {
    this.#target = target;
    this.#team = team;
  }

  /**
   * Does an operation to every row.
   *
   * @param rowsAtOnce rows of a piece at most, a multiple of the kernel's chunk
   * @returns the numbers that each piece gave, piece after piece (see `piecesOf`); valid until the next call
   */
  run(operation: Operation, rowsAtOnce: number, pace: Pace): Float64Array | Promise<Float64Array> {
    const pieces = this.#pieces.length > 0 && this.#rowsAtOnce === rowsAtOnce ? this.#pieces : this.#cut(rowsAtOnce);
    const target = this.#target;
    const each = target.resultsOf(operation, rowsAtOnce);
    if (this.#results.length !== pieces.length * each) this.#results = new Float64Array(pieces.length * each);
    const helpers = this.#team.helpersFor(target, target.workOf(operation));
    if (helpers > 0) return this.#runTogether(operation, helpers, pace);
    // A promise for each of very many small steps would take longer than they do.
    if (pieces.length === 1 && !pace.due()) {
      const rest = target.perform(operation, pieces[0].first, pieces[0].rows, this.#results, 0);
      return rest === undefined ? this.#results : rest.then(() => this.#results);
    }
    return this.#runAlone(operation, each, pace);
  }

  async #runAlone(operation: Operation, each: number, pace: Pace): Promise<Float64Array> {
    for (const [i, { first, rows }] of this.#pieces.entries()) {
      const rest = this.#target.perform(operation, first, rows, this.#results, i * each);
      if (rest !== undefined) await rest;
      if (pace.due()) await pace.breathe();
    }
    return this.#results;
  }

  async #runTogether(operation: Operation, helpers: number, pace: Pace): Promise<Float64Array> {
    const target = this.#target;
    const board = await this.#team.gather(target, helpers);
    const results = target.results(this.#results.length);
    const rowsAtOnce = this.#rowsAtOnce;
    board.open({ operation: target.operations.indexOf(operation), rowsAtOnce, state: target.state }, helpers);
    await this.#takePart(board, operation, results, pace);
    await this.#team.finish(board, pace);
    this.#results.set(results);
    return this.#results;
  }

  async #takePart(board: Board, operation: Operation, results: Float64Array, pace: Pace): Promise<void> {
    const target = this.#target;
    const rowsAtOnce = this.#rowsAtOnce;
    const each = target.resultsOf(operation, rowsAtOnce);
    for (let partition = board.take(); partition < countPartitions(target); partition = board.take()) {
      let at = piecesBefore(target, rowsAtOnce, partition) * each;
      for (const { first, rows } of piecesOfPartition(target, rowsAtOnce, partition)) {
        const rest = target.perform(operation, first, rows, results, at);
        if (rest !== undefined) await rest;
        at += each;
        if (pace.due()) await pace.breathe();
      }
    }
  }

  #cut(rowsAtOnce: number): readonly Piece[] {
    this.#rowsAtOnce = rowsAtOnce;
    this.#pieces = piecesOf(this.#target, rowsAtOnce);
    return this.#pieces;
  }
}
