import type { SegmentProgress } from "@kentro/segments";
import type { Reply, WorkProgress } from "./protocol.ts";

const AT_MOST_EVERY_MS = 100;

/** Takes note of where the work is, as often as it likes. */
export interface Reporter {
  reading(rows: number): void;
  computing(progress: SegmentProgress): void;
  /** The work is done: nothing more is told of it. */
  end(): void;
}

/**
 * A reporter on the work of a request. It passes on at most ten records a second, the first a tenth of a second after its
 * start: short work never shows; and every point of an elbow curve. While the work has nothing new to say, the last record
 * is told again with the time that has passed. `now` is a clock in milliseconds.
 */
export function reporter(
  id: number,
  answer: (reply: Reply) => void,
  now: () => number = () => performance.now(),
): Reporter {
  const startedAt = now();
  let sentAt = startedAt;
  let latest: ((elapsedMs: number) => WorkProgress) | null = null;
  let before: SegmentProgress | null = null;
  const tell = (): void => {
    const at = now();
    if (latest === null || at - sentAt < AT_MOST_EVERY_MS) return;
    sentAt = at;
    answer({ type: "progress", id, progress: latest(at - startedAt) });
  };
  const ticking = setInterval(tell, AT_MOST_EVERY_MS).unref();
  return {
    reading: (rows) => {
      latest = (elapsedMs) => ({ kind: "reading", rows, elapsedMs });
      tell();
    },
    computing: (progress) => {
      if (progress.point !== undefined) answer({ type: "point", id, point: progress.point });
      const fall = fallSince(before, progress);
      before = progress;
      latest = (elapsedMs) => ({
        kind: "computing",
        stage: progress.stage,
        k: progress.k ?? null,
        restart: progress.restart ?? null,
        restarts: progress.restarts ?? null,
        iteration: progress.iteration ?? null,
        ...{ fall, fraction: progress.fraction, elapsedMs },
      });
      tell();
    },
    end: () => clearInterval(ticking),
  };
}

/** By what part the inertia fell from one iteration to the next of the same run, null between others. */
function fallSince(before: SegmentProgress | null, { k, restart, iteration, inertia }: SegmentProgress): number | null {
  if (before?.inertia === undefined || inertia === undefined || before.inertia === 0) return null;
  if (before.k !== k || before.restart !== restart || (before.iteration ?? 0) >= (iteration ?? 0)) return null;
  return (before.inertia - inertia) / before.inertia;
}
