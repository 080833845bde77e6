import { setImmediate } from "node:timers/promises";

const ROWS_AT_ONCE = 65_536;
/** One of several sets, so that there is room for more than the 16 million that one may hold. */
const SETS = 64;

/** The customers of each segment by their ids. */
export interface SegmentIds {
  /** For each segment its ids in row order. */
  readonly ids: readonly (readonly string[])[];
  /** Rows of a segment without an id. */
  readonly missing: number;
  /** Rows of a segment whose id a row before them has. */
  readonly repeated: number;
}

/** Gathers ids by segment; `labels` are -1 for rows of none. An id is taken once, where it comes first. */
export async function uniqueIds(
  labels: Int32Array,
  segments: number,
  idOf: (row: number) => string,
  signal?: AbortSignal,
): Promise<SegmentIds> {
  const ids = Array.from({ length: segments }, (): string[] => []);
  const seen = Array.from({ length: SETS }, () => new Set<string>());
  let missing = 0;
  let repeated = 0;
  for (let row = 0; row < labels.length; row++) {
    if (row % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) {
      await setImmediate(); // a signal can be aborted only between turns of the event loop
      signal?.throwIfAborted();
    }
    const label = labels[row];
    if (label < 0) continue;
    const id = idOf(row);
    if (id === "") {
      missing++;
      continue;
    }
    const before = seen[(id.charCodeAt(id.length - 1) + id.length * 7) % SETS];
    if (before.has(id)) {
      repeated++;
      continue;
    }
    before.add(id);
    ids[label].push(id);
  }
  return { ids, missing, repeated };
}
