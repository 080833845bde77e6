import type { Nearness } from "./borders.ts";

/** Where customers stand among the segments: an entry for each row read. */
export interface Placement {
  /** An index into `segments`; -1 for a row left out. */
  readonly labels: Int32Array;
  /** The distance to the centroid of its segment, in the scaled space; NaN for a row left out. */
  readonly distance: Float64Array;
  /** The next nearest segment; -1 for a row left out, and where there is one segment only. */
  readonly second: Int32Array;
  /**
   * (d2 - d1) / d2 of the distances to its centroid and to the next: 0 halfway between both, 1 on its centroid and where
   * there is one segment only; under 0.1 a customer is on a border. NaN for a row left out.
   */
  readonly margin: Float64Array;
}

/**
 * The rows used, put in their places among all rows of a table.
 * @param clusters the cluster of each row used
 * @param places for each cluster its segment
 */
export function placementOf(
  tableRows: number,
  rows: Int32Array,
  clusters: Int32Array,
  { distance, second, margin }: Nearness,
  places: Int32Array,
): Placement {
  const placed = {
    labels: new Int32Array(tableRows).fill(-1),
    distance: new Float64Array(tableRows).fill(Number.NaN),
    second: new Int32Array(tableRows).fill(-1),
    margin: new Float64Array(tableRows).fill(Number.NaN),
  };
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    placed.labels[row] = places[clusters[i]!]!;
    placed.distance[row] = distance[i]!;
    if (second[i]! >= 0) placed.second[row] = places[second[i]!]!;
    placed.margin[row] = margin[i]!;
  }
  return placed;
}
