import type { Matrix } from "@kentro/core";
import { pauseOf } from "../pause.ts";
import { sharedIntegers, sharedNumbers } from "../shared.ts";
import { nearestOf } from "./nearest.ts";
import type { Plane } from "./plane.ts";
import type { FilmCluster, FilmFrame, Places } from "./protocol.ts";
import type { Shot } from "./reel.ts";

/** Where centroids lie in the plane. */
export function placesOf(centroids: Float64Array, k: number, { x, y }: Plane): Places {
  const clusters = Array.from({ length: k }, (_, cluster) => cluster);
  return {
    x: clusters.map((cluster) => x(centroids, cluster)),
    y: clusters.map((cluster) => (y === null ? MIDDLE : y(centroids, cluster))),
  };
}

/** Where the points that are drawn lie in the plane. */
export function placesOfPoints({ data, rows }: Matrix, { x, y }: Plane): { x: Float64Array; y: Float64Array } {
  const [across, up] = [sharedNumbers(rows), sharedNumbers(rows)];
  for (let row = 0; row < rows; row++) {
    across[row] = x(data, row);
    up[row] = y === null ? (row * GOLDEN) % 1 : y(data, row);
  }
  return { x: across, y: up };
}

/** Points of one column have any height from 0 to 1, evenly spread; their centroids stand in the middle. */
const GOLDEN = 0.618034;
const MIDDLE = 0.5;

/** What each iteration did with the points that are drawn. */
export async function framesOf(
  drawn: Matrix,
  shots: readonly Shot[],
  clusters: readonly FilmCluster[],
  plane: Plane,
  signal: AbortSignal,
): Promise<FilmFrame[]> {
  // One for all frames: each alone may be done before it is time for others.
  const pause = pauseOf(signal);
  const k = clusters.length;
  const frames: FilmFrame[] = [];
  let last: { readonly iteration: number; readonly nearest: Uint16Array } | null = null;
  for (const { iteration, earlier, before, after } of shots) {
    const nearest = await nearestOf(drawn, before, pause);
    const was: Uint16Array | null =
      last?.iteration === iteration - 1 ? last.nearest : earlier && (await nearestOf(drawn, earlier, pause));
    const sizes = new Array<number>(k).fill(0);
    const slots = new Uint16Array(new SharedArrayBuffer(nearest.byteLength));
    for (const [row, cluster] of nearest.entries()) {
      sizes[cluster]!++;
      slots[row] = clusters[cluster]!.slot;
    }
    const [from, to] = [placesOf(before, k, plane), placesOf(after, k, plane)];
    frames.push({ iteration, before: from, after: to, slots, changed: changedBetween(was, nearest), sizes });
    last = { iteration, nearest };
  }
  return frames;
}

function changedBetween(was: Uint16Array | null, now: Uint16Array): Int32Array {
  const changed: number[] = [];
  if (was !== null) for (let row = 0; row < now.length; row++) if (was[row] !== now[row]) changed.push(row);
  return sharedIntegers(Int32Array.from(changed));
}
