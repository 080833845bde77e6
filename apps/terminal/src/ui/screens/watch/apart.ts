/** Less than this apart, relatively, two inertias are those of the same clusters, up to rounding. */
const SAME = 1e-9;

/** How far an inertia lies above the one of the segments that are shown, 0 where they are the same up to rounding. */
export function apartFrom(best: number, inertia: number): number {
  const apart = inertia - best;
  return Math.abs(apart) <= SAME * Math.max(inertia, best) ? 0 : apart;
}
