import type { State } from "../../state/state.ts";
import type { CurvePoint } from "../../work/protocol.ts";

/** The points of the curve; of one that is being computed, or was stopped, those that are there. */
export function pointsShown({ curve, points }: State): readonly CurvePoint[] {
  return curve?.points ?? points;
}

/** What is known of one k. */
export interface ElbowRow extends CurvePoint {
  /** By what part the inertia is lower than that of one segment fewer; null where there is none to compare with. */
  readonly drop: number | null;
  /** How alike the segments are when the customers are drawn again, 0 to 1; null where that was not tried. */
  readonly stability: number | null;
  readonly isSuggested: boolean;
  readonly isShown: boolean;
  /** What speaks for it: "elbow", "silhouette", "stability". */
  readonly votes: readonly string[];
}

/** A row for each k. */
export function elbowRows(state: State): readonly ElbowRow[] {
  const { curve, result } = state;
  const points = pointsShown(state);
  const howMany = curve?.howMany ?? null;
  const suggested = suggestedK(state);
  return points.map((point, index) => {
    const before = points[index - 1];
    const follows = before !== undefined && before.k === point.k - 1 && before.inertia > 0;
    const votes = howMany === null ? [] : Object.entries(howMany.votes).filter(([, k]) => k === point.k);
    return {
      ...point,
      drop: follows ? 1 - point.inertia / before.inertia : null,
      stability: howMany?.candidates.find(({ k }) => k === point.k)?.stability ?? null,
      isSuggested: point.k === suggested,
      isShown: point.k === result?.segmentation.k,
      votes: votes.map(([who]) => who),
    };
  });
}

/** The k that is suggested: where the curve bends, else what was taken for want of a bend; null where nothing is known. */
export function suggestedK({ curve }: State): number | null {
  return curve === null ? null : (curve.k ?? curve.howMany?.suggestion ?? null);
}
