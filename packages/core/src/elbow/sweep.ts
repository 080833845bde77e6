import type { Prepared } from "../engine/prepare.ts";
import type { Settings } from "../options.ts";
import type { Pace } from "../pace.ts";
import { type OnProgress, partOf, type Share } from "../progress.ts";
import type { Run } from "../search/lloyd.ts";
import { searchByRestarts } from "../search/search.ts";

/**
 * Searches every k from `kMin` to `kMax`. A further start for k + 1 is the solution of k plus its farthest row, so inertia
 * never rises along the way.
 */
export async function* sweep(
  prepared: Prepared,
  { kMin, kMax }: { readonly kMin: number; readonly kMax: number },
  settings: Settings,
  pace: Pace,
  { share, onProgress }: { readonly share: Share; readonly onProgress: OnProgress | undefined },
): AsyncGenerator<{ readonly k: number; readonly run: Run }> {
  let warm: Float64Array | null = null;
  for (let k = kMin; k <= kMax; k++) {
    const part = partOf(share, k - kMin, kMax - kMin + 1);
    const run: Run = await searchByRestarts(prepared, k, settings, warm, pace, { share: part, onProgress });
    yield { k, run };
    if (k < kMax) warm = await withFarthest(prepared, run.centroids, pace);
  }
}

async function withFarthest({ engine }: Prepared, centroids: Float64Array, pace: Pace): Promise<Float64Array> {
  const [row] = await engine.farthest(centroids, 1, pace);
  const more = new Float64Array(centroids.length + engine.columns);
  more.set(centroids);
  more.set(engine.point(row), centroids.length);
  return more;
}
