import type { FeatureElbow, HowMany } from "@kentro/segments";
import type { ElbowCurve, Settings } from "./protocol.ts";

/** What the screens show of an elbow. */
export function curveOf(
  { curve, models, k, reason, sampled }: FeatureElbow["elbow"],
  settings: Settings,
  howMany: HowMany | null,
): ElbowCurve {
  const smallest = new Map(models.map((model) => [model.k, Math.min(...model.sizes)]));
  const points = curve.map((point) => ({
    k: point.k,
    inertia: point.inertia,
    silhouette: point.silhouette,
    smallest: smallest.get(point.k) ?? 0,
  }));
  return { settings, points, silhouetteSampled: sampled, k, reason, howMany };
}
