import type { PairwiseSeat } from "./pairwise.ts";
import { PairwiseDistances } from "./pairwise.ts";
import { Workspace, type WorkspaceSeat } from "./workspace.ts";

/**
 * Work on rows that threads can share: each does whole partitions, piece by piece. What a piece needs is in the memory
 * that they share, in its arguments and in `state`, never in what one thread alone remembers.
 */
export interface Divisible<Operation extends string = string, Place = Seat> {
  readonly rows: number;
  /** Rows of each partition (the last may have fewer): no two threads work in one. */
  readonly partitionRows: number;
  /** The names of what can be done. */
  readonly operations: readonly Operation[];
  /** The few whole numbers that change as the work goes on, for `follow`. */
  readonly state: readonly number[];
  /** Takes over the state of the thread that leads. */
  follow(state: Iterable<number>): void;
  /** How many numbers each piece gives. */
  resultsOf(operation: Operation, rowsAtOnce: number): number;
  /** Room for results in the shared memory, behind all else. A view: not to be kept. */
  results(count: number): Float64Array;
  /** Does a piece. Its numbers go to `into`, from index `at` on, in the end. */
  perform(operation: Operation, first: number, rows: number, into: Float64Array, at: number): void | Promise<void>;
  /** Multiply-adds that an operation takes, about: whether it is worth sharing. */
  workOf(operation: Operation): number;
  /** What another thread needs to take part, null where its memory is not shared. */
  seat(index: number): Place | null;
}

/** Plain data that can be posted to a thread. */
export type Seat = WorkspaceSeat | PairwiseSeat;

/** Takes part in work that another thread leads. */
export function takeSeat(seat: Seat): Divisible {
  return seat.kind === "workspace" ? Workspace.join(seat) : PairwiseDistances.join(seat);
}
