import { Pace } from "../pace.ts";
import { Board, type Job } from "./board.ts";
import { countPartitions, piecesBefore, piecesOf, piecesOfPartition } from "./pieces.ts";
import { type Seat, type SharedWork, takeSeat } from "./seats.ts";

/** What is posted to a worker, for it to take part in a call. */
export interface Invitation {
  readonly board: SharedArrayBuffer;
  readonly seat: Seat;
}

/**
 * What a worker does: it takes part in one call after the other, and is deaf to messages while it waits for work. Rejected
 * where it fails, which is for the thread that started the worker to hear.
 */
export async function lendHand({ board: buffer, seat }: Invitation): Promise<void> {
  const board = new Board(buffer);
  if (board.isOver()) return;
  const target = takeSeat(seat, new Pace({ throwIfAborted: () => board.throwIfStopped() }));
  await board.serve(seat.index, async (job) => {
    try {
      await takePart(board, target, job);
    } catch (cause) {
      // What is given up on the way is no failure.
      if (!board.isStopped()) throw cause;
    }
  });
}

async function takePart(board: Board, target: SharedWork, { operation, rowsAtOnce, state }: Job): Promise<void> {
  target.follow(state);
  const name = target.operations[operation];
  const each = target.resultsOf(name, rowsAtOnce);
  const results = target.results(piecesOf(target, rowsAtOnce).length * each);
  const partitions = countPartitions(target);
  for (let partition = board.take(); partition < partitions; partition = board.take()) {
    board.countTaken();
    let at = piecesBefore(target, rowsAtOnce, partition) * each;
    for (const { first, rows } of piecesOfPartition(target, rowsAtOnce, partition)) {
      board.throwIfStopped();
      const rest = target.perform(name, first, rows, results, at);
      if (rest !== undefined) await rest;
      at += each;
    }
  }
}
