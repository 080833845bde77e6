import type { SegmentProgress } from "@kentro/segments";
import { bar } from "../../text/bar.ts";
import { count, percent, seconds } from "../../text/number.ts";
import { cellsOf } from "../../text/visible.ts";
import type { State, Work } from "../state/state.ts";
import { fit, type Line, line } from "../text/line.ts";
import type { WorkProgress } from "../work/protocol.ts";

const BAR = 8;

/** Where the work is, null where there is none: `k=5  restart 3/10  iteration 17  inertia -0.4 %  2.1 s  ~6 s left  Esc stops`. */
export function progressLine({ work, writing, look }: State, width: number): Line | null {
  if (writing !== null) return fit(line(` ${writing.what} ...  Esc stops`), width);
  switch (work.kind) {
    case "idle":
      return null;
    case "reading":
    case "computing":
      return fit(line(` ${look.reader ? quarterText(work) : progressText(work, width - 2)}`), width);
    default:
      return work satisfies never;
  }
}

type Busy = Exclude<Work, { kind: "idle" }>;

function progressText(work: Busy, width: number): string {
  const { progress } = work;
  return progress === null ? `${beginning(work)}  Esc stops` : joined(partsOf(progress), width);
}

/** A text that changes with each quarter of the work alone: what is read aloud must not come ten times a second. */
function quarterText(work: Busy): string {
  const fraction = work.progress?.kind === "computing" ? work.progress.fraction : null;
  const quarters = Math.floor((fraction ?? 0) * 4);
  return quarters === 0 ? `${beginning(work)} Esc stops.` : `${quarters * 25} % done. Esc stops.`;
}

function beginning(work: Busy): string {
  if (work.kind === "reading") return "Reading ...";
  return work.part === "curve" ? "Computing the elbow curve ..." : "Working ...";
}

/** A part of the progress line; where there is no room the one of the highest rank goes first. */
type Part = readonly [text: string, rank: number];

function joined(parts: readonly Part[], width: number): string {
  const text = parts.map(([part]) => part).join("  ");
  if (cellsOf(text) <= width || parts.length < 2) return text;
  const least = Math.max(...parts.map(([, rank]) => rank));
  return joined(
    parts.filter(([, rank]) => rank !== least),
    width,
  );
}

function partsOf(progress: WorkProgress): Part[] {
  if (progress.kind === "reading") {
    return [
      [`${count(progress.rows)} rows read`, 0],
      [seconds(progress.elapsedMs), 1],
      ["Esc stops", 2],
    ];
  }
  const { fraction, stage, k, restart, restarts, iteration, fall, elapsedMs } = progress;
  const parts: Part[] = [];
  if (fraction !== null) parts.push([`▕${bar(fraction, BAR).padEnd(BAR)}▏${Math.floor(fraction * 100)} %`, 5]);
  // Iterations and restarts say by themselves what is being done.
  if (iteration === null) parts.push([STAGES[stage], 0]);
  if (k !== null) parts.push([`k=${k}`, 1]);
  if (restart !== null) parts.push([`restart ${restart}${restarts === null ? "" : `/${restarts}`}`, 6]);
  if (iteration !== null) parts.push([`iteration ${iteration}`, 7]);
  if (fall !== null) parts.push([`inertia -${percent(fall)}`, 8]);
  parts.push([seconds(elapsedMs), 2]);
  if (fraction !== null && fraction > 0.02 && elapsedMs > 1000) {
    parts.push([`~${seconds((elapsedMs * (1 - fraction)) / fraction)} left`, 4]);
  }
  parts.push(["Esc stops", 3]);
  return parts;
}

const STAGES: Readonly<Record<SegmentProgress["stage"], string>> = {
  preparing: "preparing columns",
  loading: "loading points",
  seeding: "first centroids",
  iterating: "moving centroids",
  swapping: "exchanging centroids",
  references: "comparing with structureless data",
  silhouette: "silhouette",
  stability: "drawing customers again",
  describing: "describing segments",
};
