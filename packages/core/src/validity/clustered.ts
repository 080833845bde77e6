import { requireThreads, type WorkOptions } from "../options.ts";
import { Pace } from "../pace.ts";
import type { Points } from "../points/matrix.ts";
import { type Framed, framed } from "./framed.ts";
import { type Codes, encodeClusters } from "./labels.ts";

/** What every index that compares clusters begins with. */
export interface Clustered {
  readonly data: Framed;
  readonly clusters: Codes;
  readonly pace: Pace;
}

/**
 * Checks options, points and labels: at least two clusters, and fewer than rows.
 * @throws KentroError for what cannot be used; the signal's reason where it is aborted
 */
export async function clustered(
  points: Points,
  labels: ArrayLike<number>,
  { threads, signal }: WorkOptions,
): Promise<Clustered> {
  requireThreads(threads);
  const pace = new Pace(signal);
  const data = await framed(points, pace);
  return { data, clusters: encodeClusters(labels, data.matrix.rows), pace };
}
