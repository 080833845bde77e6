import { type Seat, takeSeat } from "@kentro/kernel";
import { Board } from "./board.ts";
import { countPartitions, piecesBefore, piecesOf, piecesOfPartition } from "./pieces.ts";

/** What is posted to a worker, for it to take part in a call. */
export interface Invitation {
  readonly board: SharedArrayBuffer;
  readonly seat: Seat;
}

/**
 * What a worker does: it takes part in one call after the other, and is deaf to messages during each. All of it is
 * synchronous, so that whatever is thrown reaches the thread that started the worker.
 */
export function lendHand({ board: buffer, seat }: Invitation): void {
  const board = new Board(buffer);
  if (board.isOver()) return;
  const target = takeSeat(seat);
  board.serve(seat.index, ({ operation, rowsAtOnce, state }) => {
    target.follow(state);
    const name = target.operations[operation];
    const each = target.resultsOf(name, rowsAtOnce);
    const results = target.results(piecesOf(target, rowsAtOnce).length * each);
    const partitions = countPartitions(target);
    for (let partition = board.take(); partition < partitions; partition = board.take()) {
      board.countTaken();
      let at = piecesBefore(target, rowsAtOnce, partition) * each;
      for (const { first, rows } of piecesOfPartition(target, rowsAtOnce, partition)) {
        if (board.isStopped()) return;
        target.perform(name, first, rows, results, at);
        at += each;
      }
    }
  });
}
