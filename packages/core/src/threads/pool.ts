import { createSharedMemory } from "@kentro/kernel";
import { platform } from "#platform";
import type { Board } from "./board.ts";
import type { Invitation } from "./hand.ts";
import type { Hand } from "./platform.ts";
import type { Seat } from "./seats.ts";

/** A pool that nobody asks for so long gives up its threads and memory. */
const IDLE_MS = 10_000;

/** Calls without workers have memories of their own once so many are in use. */
const MOST_LENT = 4;

/** A memory of more bytes is not kept: its points take seconds to cluster, beside which fresh pages are nothing. */
const MOST_KEPT_BYTES = 2 ** 28;

/** Bytes of an ordinary buffer that make a collector look for what is no longer needed. */
const NUDGE_BYTES = 200_000_000;

/** A worker, and what it was last called to. */
interface Worker {
  readonly hand: Hand;
  board: Board;
  /** Whether it came to a board before that one. */
  hasCome: boolean;
}

/** Who holds the pool for the time of a call. */
interface Holder {
  /** Told that the worker of a seat died or never came up. */
  onFailure(index: number, cause: unknown): void;
}

/**
 * The worker threads of this process or page, and the memories that they share. One call holds it at a time; calls that
 * find it held, or want no workers, go on by themselves.
 *
 * Memories are used again and again, with workers or without: a collector knows nothing of the size of a shared one, and
 * would let it lie, and to write to fresh pages takes as long as to load points. Only very large ones are let go at once.
 */
class Pool {
  readonly #workers = new Map<number, Worker>();
  readonly #memories: WebAssembly.Memory[] = [];
  #lent = 0;
  /** Whether a memory too large to be kept was given back: workers still know it. */
  #hasOutgrown = false;
  /** Seats whose worker never came, as where a bundle left its file behind: none is started there again. */
  readonly #forlorn = new Set<number>();
  #holder: Holder | null = null;
  #cancelEnd: () => void = () => {};

  /** Takes hold of the pool; false where another has it. */
  take(holder: Holder): boolean {
    if (this.#holder !== null) return false;
    this.#holder = holder;
    this.#cancelEnd();
    return true;
  }

  /** Gives up the hold. All hands must be done, or ended. */
  release(): void {
    this.#holder = null;
    this.#rest();
  }

  /** A memory of any size and content, whoever holds the pool; null where there is none to be had. */
  takeMemory(taker: Holder): WebAssembly.Memory | null {
    if (taker !== this.#holder && this.#lent >= MOST_LENT) return null;
    const memory = this.#memories.pop() ?? createSharedMemory();
    if (memory !== null) this.#lent++;
    return memory;
  }

  /** Gives a memory back; it is used again unless a thread may still write to it. */
  giveBack(memory: WebAssembly.Memory, isQuiet = true): void {
    this.#lent--;
    if (memory.buffer.byteLength > MOST_KEPT_BYTES) this.#hasOutgrown = true;
    else if (isQuiet) this.#memories.push(memory);
    if (this.#holder === null) this.#rest();
  }

  /** Calls a worker, which is started where it is not there, to a board. */
  call(board: Board, seat: Seat): void {
    const hand = this.#handAt(seat.index, board);
    const invitation: Invitation = { board: board.buffer, seat };
    hand?.post(invitation);
  }

  /** Ends all threads, and lets go of the memories. */
  end(): void {
    for (const { hand } of this.#workers.values()) hand.end();
    this.#workers.clear();
    this.#memories.length = 0;
    this.#hasOutgrown = false;
    nudgeCollector();
  }

  #rest(): void {
    this.#cancelEnd();
    if (this.#hasOutgrown) this.end();
    else this.#cancelEnd = platform.later(() => this.end(), IDLE_MS);
  }

  #handAt(index: number, board: Board): Hand | null {
    const known = this.#workers.get(index);
    if (known !== undefined) {
      known.hasCome ||= known.board.hasCome(index);
      known.board = board;
      return known.hand;
    }
    if (this.#forlorn.has(index)) return null;
    try {
      const hand = platform.startHand((cause) => this.#fail(index, cause));
      this.#workers.set(index, { hand, board, hasCome: false });
      return hand;
    } catch {
      this.#forlorn.add(index);
      return null;
    }
  }

  #fail(index: number, cause: unknown): void {
    const worker = this.#workers.get(index);
    if (worker === undefined) return;
    this.#workers.delete(index);
    if (!worker.hasCome && !worker.board.hasCome(index)) this.#forlorn.add(index);
    this.#holder?.onFailure(index, cause);
  }
}

/**
 * Collectors count what ordinary buffers take, and not what shared ones do: left alone, a memory that is let go may lie for
 * hours. A large buffer that is never written to takes no memory itself, and has them look.
 */
function nudgeCollector(): void {
  try {
    new ArrayBuffer(NUDGE_BYTES);
  } catch {
    // There is no room for it: the collector has looked.
  }
}

export const pool: Pool = new Pool();
