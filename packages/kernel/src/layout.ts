/** Which kernel runs: the element type of the points. */
export type Precision = "float32" | "float64";

/** Bytes of one column of one block of points: two 128-bit vectors (see `assembly/layout.ts`). */
export const STRIDE = 32;

/** Blocks that an assignment works on at a time; a range split at multiples of it gives the same bits. */
export const CHUNK_BLOCKS = 64;

/** Chunks that a step on rounded rows works on at a time. */
export const SPAN_CHUNKS = 8;

/** Blocks whose distances to all centroids are taken at a time. */
export const DISTANCE_BLOCKS = 8;

export function elementBytes(precision: Precision): 4 | 8 {
  return precision === "float32" ? 4 : 8;
}

/** Points in a block: one a lane. */
export function lanesOf(precision: Precision): 4 | 8 {
  return precision === "float32" ? 8 : 4;
}

/** Rows that an assignment works on at a time: ranges of rows start at multiples of it. */
export function chunkRows(precision: Precision): number {
  return CHUNK_BLOCKS * lanesOf(precision);
}

/** Raw values that are copied into a kernel's memory at a time: they stay in the second-level cache. */
const PIECE_VALUES = 8192;

/** Rows of raw values that are copied into a kernel's memory at a time: whole blocks, of either precision. */
export function pieceRows(columns: number): number {
  return Math.max(8, Math.floor(PIECE_VALUES / columns / 8) * 8);
}

/** Hands out 16-byte aligned regions of a memory, one after the other. */
export class Regions {
  #end: number;

  constructor(start: number) {
    this.#end = start;
  }

  /** Bytes handed out so far, counted from address 0. */
  get end(): number {
    return this.#end;
  }

  take(bytes: number): number {
    const at = this.#end;
    this.#end = Math.ceil((at + bytes) / 16) * 16;
    return at;
  }
}

const PAGE_BYTES = 65_536;
const MAXIMUM_PAGES = 65_536;

/** Thrown where the work needs more memory than WebAssembly or the machine has. */
export class KernelMemoryError extends RangeError {
  override readonly name: string = "KernelMemoryError";

  /** Bytes that were asked for. */
  readonly bytes: number;

  constructor(bytes: number) {
    super(`Expected to need at most 4 GiB of WebAssembly memory that the machine can give, got ${bytes} bytes`);
    this.bytes = bytes;
  }
}

export function createMemory(bytes: number): WebAssembly.Memory {
  const initial = Math.ceil(bytes / PAGE_BYTES);
  if (initial > MAXIMUM_PAGES) throw new KernelMemoryError(bytes);
  try {
    return new WebAssembly.Memory({ initial, maximum: MAXIMUM_PAGES });
  } catch {
    throw new KernelMemoryError(bytes);
  }
}

/** An empty memory for threads to share, which grows in use; null where there is no room for one. */
export function createSharedMemory(): WebAssembly.Memory | null {
  try {
    return new WebAssembly.Memory({ initial: 1, maximum: MAXIMUM_PAGES, shared: true });
  } catch {
    return null;
  }
}

export function growMemory(memory: WebAssembly.Memory, bytes: number): void {
  const missing = Math.ceil((bytes - memory.buffer.byteLength) / PAGE_BYTES);
  if (missing <= 0) return;
  try {
    memory.grow(missing);
  } catch {
    throw new KernelMemoryError(bytes);
  }
}
