import { wrapped } from "../../../text/wrapped.ts";
import type { State } from "../../state/state.ts";
import { type Line, line } from "../../text/line.ts";
import type { ElbowCurve } from "../../work/protocol.ts";
import { pointsShown } from "./points.ts";

/** The sentences in lines of the width. */
export function wordLines(state: State, width: number): Line[] {
  return wrapped(elbowSentences(state).join(" "), Math.max(1, width - 2)).map((text) => line(` ${text}`));
}

/** Why this k, what speaks against it, and where the curve is not whole, why it is not: the most important first. */
export function elbowSentences(state: State): readonly string[] {
  const { curve } = state;
  if (curve === null) return [unfinished(state)];
  if (curve.howMany === null) return [curve.reason, silhouetteSentence(curve)].filter((text) => text !== "");
  const { reason, disagreement } = curve.howMany;
  return [reason, ...(disagreement === null ? [agreement(curve.howMany.votes)] : [disagreement])];
}

function unfinished(state: State): string {
  const { work, result } = state;
  const last = pointsShown(state).at(-1)?.k ?? null;
  if (work.kind !== "idle") {
    return last === null
      ? "The curve appears as it is computed, k by k."
      : `So far up to k = ${last}; where the curve bends is known when it is whole.`;
  }
  if (last !== null) return `Stopped at k = ${last}: r goes on.`;
  return result === null ? "There is no curve yet." : "There is no curve for these settings yet: r computes it.";
}

function agreement({ silhouette, stability }: NonNullable<ElbowCurve["howMany"]>["votes"]): string {
  const others = [...(silhouette === null ? [] : ["silhouette"]), ...(stability === null ? [] : ["stability"])];
  return others.length === 0 ? "" : `The elbow and ${others.join(" and ")} agree.`;
}

function silhouetteSentence({ points, k }: ElbowCurve): string {
  const known = points.flatMap(({ k: at, silhouette }) => (silhouette === null ? [] : [{ at, silhouette }]));
  if (known.length === 0) return "";
  const best = known.reduce((a, b) => (b.silhouette > a.silhouette ? b : a));
  const value = best.silhouette.toFixed(2);
  return best.at === k
    ? `The silhouette agrees: it is highest there (${value}).`
    : `The silhouette is highest at k = ${best.at} (${value}).`;
}
