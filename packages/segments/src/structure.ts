/**
 * How real the segments are. k by "auto": "clear" with a clear elbow; without one "weak", or "none" where even the best
 * silhouette is under 0.25. k given: by its silhouette, from 0.5 "clear", from 0.25 "weak", else "none"
 * (Kaufman and Rousseeuw, Finding Groups in Data, 1990).
 */
export type Structure = "clear" | "weak" | "none";

const CLEAR = 0.5;
/** From here on a silhouette speaks for groups, if weakly. */
export const WEAK_SILHOUETTE = 0.25;

/** What a silhouette says of segments whose number was given. One segment has none, and no structure. */
export function structureBySilhouette(silhouette: number | null): Structure {
  if (silhouette === null) return "none";
  if (silhouette >= CLEAR) return "clear";
  return silhouette >= WEAK_SILHOUETTE ? "weak" : "none";
}

/** What elbow and silhouette say of segments whose number was found. */
export function structureByElbow(clearElbow: boolean, silhouette: number | null): Structure {
  if (clearElbow) return "clear";
  return silhouette !== null && silhouette >= WEAK_SILHOUETTE ? "weak" : "none";
}
