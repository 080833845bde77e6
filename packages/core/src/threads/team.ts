import { platform } from "#platform";
import { KentroError } from "../errors.ts";
import { requireThreads } from "../options.ts";
import { type Pace, turn } from "../pace.ts";
import { Board, MOST_THREADS } from "./board.ts";
import { countPartitions } from "./pieces.ts";
import { pool } from "./pool.ts";
import type { SharedWork } from "./seats.ts";

/**
 * Multiply-adds from which an operation is shared out, and as many again for each further thread: with fewer, waking a
 * thread takes longer than it spares.
 */
export const WORTH_SHARING: number = 1 << 20;

/** How long the thread that leads sleeps at a time while workers finish: then it looks whether one died. */
const NAP_MS = 2;

let takenBefore = 0;

/** Partitions that workers did so far, in all calls: shows whether they had a part in it. */
export function partitionsTaken(): number {
  return takenBefore;
}

/**
 * The threads of one call. It may be that there is but the calling one: where that was asked for, where threads cannot
 * share memory, or where another call has the workers. What is computed is the same.
 */
export class Team {
  /** Threads at most. */
  readonly threads: number;
  readonly #lent: Set<WebAssembly.Memory> = new Set();
  #holdsPool = false;
  #board: Board | null = null;
  /** What the workers were called to. */
  #target: SharedWork | null = null;
  #failure: KentroError | null = null;

  /** @param threads at most; where it is not said, as many as the machine has */
  constructor(threads?: number) {
    this.threads = platform.canShare() ? Math.min(threads ?? platform.processors(), MOST_THREADS) : 1;
  }

  /** A memory that threads can share, of any size and content; undefined where there is none to be had. */
  takeMemory(): WebAssembly.Memory | undefined {
    if (!platform.canShare()) return undefined;
    this.#takePool();
    const memory = pool.takeMemory(this);
    if (memory === null) return undefined;
    this.#lent.add(memory);
    return memory;
  }

  /** Gives back a memory once nothing more is done with it. */
  giveBack(memory: WebAssembly.Memory | undefined): void {
    if (memory !== undefined && this.#lent.delete(memory)) pool.giveBack(memory);
  }

  /** How many workers had better help with an operation: 0 where it is done alone. */
  helpersFor(target: SharedWork, work: number): number {
    if (target.seat(1) === null) return 0;
    const worth = 1 + Math.floor(work / WORTH_SHARING);
    const helpers = Math.min(this.threads, countPartitions(target), worth) - 1;
    return helpers > 0 && this.#takePool() ? helpers : 0;
  }

  /** The board to which so many workers are called, for what is to be done to `target`. */
  async gather(target: SharedWork, helpers: number): Promise<Board> {
    const board = this.#target === target && this.#board !== null ? this.#board : await this.#turnTo(target);
    this.#throwIfFailed();
    while (board.called < helpers) {
      const seat = target.seat(++board.called);
      if (seat !== null) pool.call(board, seat);
    }
    return board;
  }

  /** Waits for the workers to finish the job of the board. */
  async finish(board: Board, pace: Pace): Promise<void> {
    board.close();
    // Once at least: it may be that workers took all there was, and nobody breathed.
    do {
      if (platform.mayWait()) board.wait(NAP_MS);
      if (pace.due()) await pace.breathe();
      this.#throwIfFailed();
    } while (board.isBusy());
  }

  /** Lets the workers go: the call is over, done or not. */
  async release(): Promise<void> {
    await this.#dismiss();
    for (const memory of this.#lent) pool.giveBack(memory, this.#failure === null);
    this.#lent.clear();
    if (this.#failure !== null) pool.end();
    if (this.#holdsPool) pool.release();
    this.#holdsPool = false;
  }

  onFailure(index: number, cause: unknown): void {
    // One that has not come yet has touched nothing: the others go on without it.
    if (!this.#board?.hasCome(index)) return;
    const what = cause instanceof Error ? cause.message : String(cause);
    this.#failure = new KentroError(
      "WORKER_FAILED",
      `Expected worker threads to live until the work is done, but one died (${what}): try again, or with threads: 1`,
      { cause },
    );
  }

  #takePool(): boolean {
    this.#holdsPool ||= this.threads > 1 && pool.take(this);
    return this.#holdsPool;
  }

  async #turnTo(target: SharedWork): Promise<Board> {
    await this.#dismiss();
    this.#board = new Board();
    this.#target = target;
    return this.#board;
  }

  /** Sends the workers back to where they hear messages. */
  async #dismiss(): Promise<void> {
    const board = this.#board;
    if (board === null) return;
    board.end();
    while (board.isBusy() && this.#failure === null) {
      if (platform.mayWait()) board.wait(NAP_MS);
      await turn();
    }
    takenBefore += board.taken();
    this.#board = null;
    this.#target = null;
  }

  #throwIfFailed(): void {
    if (this.#failure !== null) throw this.#failure;
  }
}

/**
 * Does the work of a call with a team of its own, and lets it go in any case.
 *
 * @param threads as the caller gave it; throws KentroError INVALID_OPTION where it is not a whole number of at least 1
 */
export async function withTeam<Result>(
  threads: number | undefined,
  work: (team: Team) => Promise<Result>,
): Promise<Result> {
  requireThreads(threads);
  const team = new Team(threads);
  try {
    return await work(team);
  } finally {
    await team.release();
  }
}
