// What threads that work together tell each other, as integers in shared memory:
//
//   TURN   odd while a job is open, even between jobs, one more each time; OVER once no more will come
//   NEXT   the next partition to be taken
//   BUSY   workers that look at the open job: it may be changed when there are none
//   SEATS  for each worker, whether it ever came
//   ...    what the job is
//
// A worker counts itself busy before it looks at TURN again; the leader closes TURN before it looks at BUSY. So either the
// worker sees that the job is closed, or the leader sees the worker.
//
// What threads write in turns lies 128 bytes apart, so that it does not share a line of the cache.
const TURN = 0;
const NEXT = 32;
const BUSY = 64;
const STOPPED = 96;
const TAKEN = 97;
const OPERATION = 98;
const ROWS_AT_ONCE = 99;
const STATE = 100;
const SEATS = 128;

const OVER = -1;

/** Threads that can work together. */
export const MOST_THREADS = 64;

/** An operation on all rows. */
export interface Job {
  /** The index of its name. */
  readonly operation: number;
  readonly rowsAtOnce: number;
  /** Whole numbers, 28 at most. */
  readonly state: Iterable<number>;
}

/** The board on which a thread that leads and its workers agree who does which partition of which job. */
export class Board {
  readonly buffer: SharedArrayBuffer;
  readonly #fields: Int32Array;
  /** Leader: workers that are called to this board. */
  called = 0;

  constructor(buffer: SharedArrayBuffer = new SharedArrayBuffer((SEATS + MOST_THREADS) * 4)) {
    this.buffer = buffer;
    this.#fields = new Int32Array(buffer);
  }

  /**
   * Leader: opens a job. None may be open, nor a worker busy.
   *
   * @param helpers workers to be woken at most
   */
  open({ operation, rowsAtOnce, state }: Job, helpers: number): void {
    const fields = this.#fields;
    fields[OPERATION] = operation;
    fields[ROWS_AT_ONCE] = rowsAtOnce;
    fields.set(Array.from(state), STATE);
    fields[NEXT] = 0;
    Atomics.add(fields, TURN, 1);
    Atomics.notify(fields, TURN, helpers);
  }

  /** Leader: closes the job to workers that have not seen it; those that have finish what they took. */
  close(): void {
    Atomics.add(this.#fields, TURN, 1);
  }

  /** Leader: no job comes any more, and what is being done is given up after the piece at hand. */
  end(): void {
    Atomics.store(this.#fields, STOPPED, 1);
    Atomics.store(this.#fields, TURN, OVER);
    Atomics.notify(this.#fields, TURN);
  }

  /** Leader: whether workers look at a job. */
  isBusy(): boolean {
    return Atomics.load(this.#fields, BUSY) !== 0;
  }

  /** Leader: sleeps until no worker is busy, but not longer than that. */
  wait(milliseconds: number): void {
    const busy = Atomics.load(this.#fields, BUSY);
    if (busy !== 0) Atomics.wait(this.#fields, BUSY, busy, milliseconds);
  }

  /** Leader: whether the worker of a seat ever came. */
  hasCome(seat: number): boolean {
    return Atomics.load(this.#fields, SEATS + seat) !== 0;
  }

  /** Leader: partitions that workers took. */
  taken(): number {
    return Atomics.load(this.#fields, TAKEN);
  }

  /** Takes a partition of the job; past the last one there is nothing left. */
  take(): number {
    return Atomics.add(this.#fields, NEXT, 1);
  }

  /** Worker: whether no job will come any more. */
  isOver(): boolean {
    return Atomics.load(this.#fields, TURN) === OVER;
  }

  /** Worker: whether what is being done is to be given up. */
  isStopped(): boolean {
    return Atomics.load(this.#fields, STOPPED) !== 0;
  }

  /** Worker: throws where what is being done is to be given up. */
  throwIfStopped(): void {
    if (this.isStopped()) throw new Error("Nobody waits for what is being done");
  }

  /** Worker: does its part of every job, and sleeps in between, until it is over. */
  async serve(seat: number, work: (job: Job) => void | Promise<void>): Promise<void> {
    const fields = this.#fields;
    Atomics.store(fields, SEATS + seat, 1);
    let done = 0;
    for (let turn = Atomics.load(fields, TURN); turn !== OVER; turn = Atomics.load(fields, TURN)) {
      if (turn % 2 === 0 || turn === done) {
        Atomics.wait(fields, TURN, turn);
        continue;
      }
      Atomics.add(fields, BUSY, 1);
      if (Atomics.load(fields, TURN) === turn) await work(this.#job());
      done = turn;
      if (Atomics.sub(fields, BUSY, 1) === 1) Atomics.notify(fields, BUSY);
    }
  }

  /** Worker: counts a partition that it took. */
  countTaken(): void {
    Atomics.add(this.#fields, TAKEN, 1);
  }

  #job(): Job {
    const fields = this.#fields;
    return { operation: fields[OPERATION], rowsAtOnce: fields[ROWS_AT_ONCE], state: fields.subarray(STATE, SEATS) };
  }
}
