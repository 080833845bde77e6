import type { Prepared } from "../engine/prepare.ts";
import type { Settings } from "../options.ts";
import type { Pace } from "../pace.ts";
import { effortFor } from "./effort.ts";
import { searchExactly } from "./exact.ts";
import { finish } from "./finish.ts";
import { searchByRestarts } from "./restarts.ts";
import { rowsToSearch } from "./searched.ts";
import type { Found, Report } from "./start.ts";
import { searchBySwaps } from "./swap-search.ts";

/** The best centroids that the search of the settings finds, gone on with until their labels repeat. */
export async function searchCentroids(
  prepared: Prepared,
  k: number,
  settings: Settings,
  pace: Pace,
  report: Report,
): Promise<Found> {
  if (settings.search === "restarts") return await searchByRestarts(prepared, k, settings, null, pace, report);
  const exact = await searchExactly(prepared, k, settings, pace, report);
  if (exact !== null) return exact;
  const effort = effortFor(k, settings.restarts, prepared.engine.rows);
  const { seed } = settings;
  let searched = await rowsToSearch(prepared, k, seed, false, pace);
  let best = await searchBySwaps(searched.prepared, k, settings, null, effort, pace, report);
  if (searched.isTooCoarseFor(best.run.inertia)) {
    searched = await rowsToSearch(prepared, k, seed, true, pace);
    best = await searchBySwaps(searched.prepared, k, settings, null, effort, pace, {
      ...report,
      onProgress: undefined,
    });
  }
  return await finish(prepared, searched, best, settings, pace, report);
}
