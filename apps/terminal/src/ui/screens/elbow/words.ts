import { counted } from "../../../text/number.ts";
import type { State, Work } from "../../state/state.ts";
import type { Line } from "../../text/line.ts";
import { paragraph } from "../../text/paragraph.ts";
import type { ElbowCurve } from "../../work/protocol.ts";
import { pointsShown } from "./points.ts";

/** The sentences in lines of the width. */
export function wordLines(state: State, width: number): Line[] {
  return paragraph(elbowSentences(state).join(" "), width);
}

/** Why this k, what speaks against it, and where the curve is not whole, why it is not: the most important first. */
function elbowSentences(state: State): readonly string[] {
  const { curve } = state;
  if (curve === null) return [unfinished(state)];
  const { howMany } = curve;
  const why =
    howMany === null
      ? [curve.reason, silhouetteSentence(curve)]
      : [howMany.reason, howMany.disagreement ?? agreement(howMany.votes)];
  return [...why, sampledSentence(curve)].filter((text) => text !== "");
}

function sampledSentence({ silhouetteSampled }: ElbowCurve): string {
  return silhouetteSampled === null
    ? ""
    : `The silhouettes are those of a sample of ${counted(silhouetteSampled, "customer")}.`;
}

function unfinished(state: State): string {
  const { work, result } = state;
  const last = pointsShown(state).at(-1)?.k ?? null;
  if (work.kind !== "idle") {
    return last === null
      ? "The curve appears as it is computed, k by k."
      : `So far up to k = ${last}; ${nextOf(work)}.`;
  }
  if (last !== null) return `Stopped at k = ${last}: r goes on.`;
  return result === null ? "There is no curve yet." : "There is no curve for these settings yet: r computes it.";
}

/** What is done before the answer is known. */
function nextOf({ progress }: Exclude<Work, { kind: "idle" }>): string {
  const stage = progress?.kind === "computing" ? progress.stage : null;
  if (stage === "references") return "now the curve is compared with those of data without groups";
  if (stage === "stability") return "now the customers are drawn again, to see how stable the segments are";
  return "where the curve bends is known when it is whole";
}

function agreement({ elbow, silhouette, stability }: NonNullable<ElbowCurve["howMany"]>["votes"]): string {
  if (elbow === null || silhouette === null) return "";
  return stability === null
    ? "The elbow and the silhouette agree."
    : "The elbow, the silhouette and the stability agree.";
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
