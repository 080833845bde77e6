import type { SegmentProgress } from "@kentro/segments";
import type { Reply, WorkProgress } from "./protocol.ts";

const AT_MOST_EVERY_MS = 100;

/** Takes note of where the work is, as often as it likes. */
export interface Reporter {
  reading(rows: number): void;
  computing(progress: SegmentProgress): void;
}

/**
 * A reporter on the work of a request. It passes on at most ten records a second, the first a tenth of a second after its
 * start: short work never shows; and every point of an elbow curve. `now` is a clock in milliseconds.
 */
export function reporter(
  id: number,
  answer: (reply: Reply) => void,
  now: () => number = () => performance.now(),
): Reporter {
  const startedAt = now();
  let sentAt = startedAt;
  let before: SegmentProgress | null = null;
  const due = (): boolean => now() - sentAt >= AT_MOST_EVERY_MS;
  const pass = (progress: WorkProgress): void => {
    sentAt = now();
    answer({ type: "progress", id, progress });
  };
  return {
    reading: (rows) => {
      if (due()) pass({ kind: "reading", rows, elapsedMs: now() - startedAt });
    },
    computing: (progress) => {
      if (progress.point !== undefined) answer({ type: "point", id, point: progress.point });
      const fall = fallSince(before, progress);
      before = progress;
      if (!due()) return;
      pass({
        kind: "computing",
        stage: progress.stage,
        k: progress.k ?? null,
        restart: progress.restart ?? null,
        restarts: progress.restarts ?? null,
        iteration: progress.iteration ?? null,
        fall,
        fraction: progress.fraction,
        elapsedMs: now() - startedAt,
      });
    },
  };
}

/** By what part the inertia fell from one iteration to the next of the same run, null between others. */
function fallSince(before: SegmentProgress | null, { k, restart, iteration, inertia }: SegmentProgress): number | null {
  if (before?.inertia === undefined || inertia === undefined || before.inertia === 0) return null;
  if (before.k !== k || before.restart !== restart || (before.iteration ?? 0) >= (iteration ?? 0)) return null;
  return (before.inertia - inertia) / before.inertia;
}
