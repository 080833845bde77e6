import { createSharedMemory } from "@kentro/kernel";
import { platform } from "#platform";
import type { Hand } from "./platform.ts";

/** A pool that nobody asks for so long gives up its threads and memory. */
const IDLE_MS = 10_000;

/** Who holds the pool for the time of a call. */
export interface Holder {
  /** Told that a worker died or never came up. `seat` is its number, counted from 1. */
  onFailure(seat: number, cause: unknown): void;
}

/**
 * The worker threads of this process or page, and the memories that they share. One call holds it at a time; calls that
 * find it held go on by themselves.
 *
 * Memories are used again and again: a collector knows nothing of the size of a shared one, and would let it lie.
 */
class Pool {
  readonly #hands = new Map<number, Hand>();
  readonly #memories: WebAssembly.Memory[] = [];
  #holder: Holder | null = null;
  #cancelEnd: () => void = () => {};

  /** Takes hold of the pool; false where another has it, or threads cannot share memory here. */
  take(holder: Holder): boolean {
    if (this.#holder !== null || !platform.canShare()) return false;
    this.#holder = holder;
    this.#cancelEnd();
    return true;
  }

  /** Gives up the hold. All hands must be done, or ended. */
  release(): void {
    this.#holder = null;
    this.#cancelEnd = platform.later(() => this.end(), IDLE_MS);
  }

  /** A memory of any size and content. Throws KernelMemoryError where there is none. */
  takeMemory(): WebAssembly.Memory {
    return this.#memories.pop() ?? createSharedMemory();
  }

  /** Gives a memory back: no thread may write to it any more. */
  giveBack(memory: WebAssembly.Memory): void {
    this.#memories.push(memory);
  }

  /** Posts to the hand of a seat, which is started where it is not there. Throws where it cannot be started. */
  post(seat: number, message: unknown): void {
    let hand = this.#hands.get(seat);
    if (hand === undefined) {
      hand = platform.startHand((cause) => {
        this.#hands.delete(seat);
        this.#holder?.onFailure(seat, cause);
      });
      this.#hands.set(seat, hand);
    }
    hand.post(message);
  }

  /** Ends all threads, and lets go of the memories. */
  end(): void {
    for (const hand of this.#hands.values()) hand.end();
    this.#hands.clear();
    this.#memories.length = 0;
  }
}

export const pool: Pool = new Pool();
