import { wrapped } from "../../../text/wrapped.ts";
import type { State } from "../../state/state.ts";
import { beside, block, type Line, line } from "../../text/line.ts";
import type { ElbowCurve } from "../../work/protocol.ts";
import type { Room } from "../screen.ts";
import { elbowPicture } from "./picture.ts";
import { elbowTable, TABLE_WIDTH } from "./table.ts";

const LEAST_TABLE = 5;
const LEAST_PICTURE = 8;

/** How many segments, and why: the reason in words, the curve, and the table beside it. */
export function elbowView(state: State, { width, height, panes }: Room): Line[] {
  const { curve } = state;
  if (curve === null) return block([[], line(` ${waiting(state)}`)], width, height);
  const words = wrapped([curve.reason, silhouetteWords(curve)].join(" "), width - 2);
  const reason = words.slice(0, Math.max(1, Math.min(4, height - LEAST_TABLE)));
  if (reason.length < words.length) reason[reason.length - 1] += " …";
  const rest = height - reason.length;
  const below = panes === "one" ? stacked(state, curve, width, rest) : sideBySide(state, width, rest);
  return block([...reason.map((text) => line(` ${text}`)), ...below], width, height);
}

function sideBySide(state: State, width: number, height: number): Line[] {
  const right = Math.min(TABLE_WIDTH, Math.floor(width * 0.6));
  return beside(elbowPicture(state, width - right - 1, height), elbowTable(state, right, height));
}

/** The table, and over it the picture where the table leaves room for one. */
function stacked(state: State, { points }: ElbowCurve, width: number, height: number): Line[] {
  const table = points.length + 2;
  const drawn = height - table >= LEAST_PICTURE ? height - table : 0;
  return [...(drawn > 0 ? elbowPicture(state, width, drawn) : []), ...elbowTable(state, width, height - drawn)];
}

function waiting({ work, result }: State): string {
  if (work.kind !== "idle") return "The curve appears when it is computed.";
  return result === null ? "There is no curve yet." : "There is no curve for these settings yet: r computes it.";
}

function silhouetteWords({ points, k }: ElbowCurve): string {
  const known = points.filter((point) => point.silhouette !== null);
  if (known.length === 0) return "";
  const best = known.reduce((a, b) => (b.silhouette! > a.silhouette! ? b : a));
  const value = best.silhouette!.toFixed(2);
  return best.k === k
    ? `The silhouette agrees: it is highest there (${value}).`
    : `The silhouette is highest at k = ${best.k} (${value}).`;
}
