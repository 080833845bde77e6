import type { SegmentProgress } from "@kentro/segments";
import { bar } from "../../text/bar.ts";
import { count, counted, percent, seconds } from "../../text/number.ts";
import { cellsOf, quotedName, visible } from "../../text/visible.ts";
import { wrapped } from "../../text/wrapped.ts";
import type { Input } from "../state/input.ts";
import type { State, Work } from "../state/state.ts";
import { fit, type Line, line, span } from "../text/line.ts";
import type { WorkProgress } from "../work/protocol.ts";

const MOST_LINES = 3;
const BAR = 12;

/** The lines over the footer, if there is anything to say: a question, what just happened, where the work is, or what the data lack. */
export function message(state: State, width: number): Line[] {
  const { dialog } = state;
  switch (dialog.kind) {
    case "asking":
      return [
        ...said(state, width),
        ...paragraph(dialog.advice ?? "", width),
        prompt(dialog.label, dialog.input, width),
      ];
    case "palette":
      return [prompt(":", dialog.input, width)];
    case "confirming":
      return paragraph(dialog.question, width);
    case "none":
    case "help": {
      const lines = said(state, width);
      if (lines.length > 0) return lines;
      return [working(state, width) ?? note(state, width)].filter((each) => each.length > 0);
    }
    default:
      return dialog satisfies never;
  }
}

function said({ message: saying }: State, width: number): Line[] {
  return saying === null ? [] : paragraph(saying.text, width, saying.tone === "error");
}

function paragraph(text: string, width: number, alarm = false): Line[] {
  if (text === "") return [];
  const lines = wrapped(text, width - 1);
  const kept = lines.slice(0, MOST_LINES);
  if (lines.length > MOST_LINES) kept[MOST_LINES - 1] += " …";
  return kept.map((each) => fit(line(` ${each}`, { alarm, bold: alarm }), width));
}

function prompt(title: string, input: Input, width: number): Line {
  const label = ` ${title} `;
  const before = input.characters.slice(0, input.caret).map(visible);
  let room = Math.max(1, width - label.length - 2);
  let start = before.length;
  while (start > 0 && room - cellsOf(before[start - 1]!) >= 0) room -= cellsOf(before[--start]!);
  const caret = span(input.characters[input.caret] ?? " ", { inverse: true });
  const after = span(input.characters.slice(input.caret + 1).join(""));
  return fit([span(label, { bold: true }), span(before.slice(start).join("")), caret, after], width);
}

function note({ result }: State, width: number): Line {
  const leftOut = result?.segmentation.leftOut;
  if (leftOut === undefined || leftOut.count === 0) return [];
  const first = leftOut.cells[0];
  const where =
    first === undefined ? "" : ` (first: row ${count(first.row)}, ${quotedName(first.column)}, ${what(first.value)})`;
  const cells = `${counted(leftOut.cellCount, "cell")} without a number`;
  return fit(line(` ${counted(leftOut.count, "row")} left out: ${cells}${where}`), width);
}

function what(value: string): string {
  return value === "" ? "no value" : quotedName(value);
}

function working({ work, writing }: State, width: number): Line | null {
  if (writing !== null) return fit(line(` ${writing.what} ...`), width);
  switch (work.kind) {
    case "idle":
      return null;
    case "reading":
    case "computing":
      return fit(line(` ${progressText(work, width - 2)}`), width);
    default:
      return work satisfies never;
  }
}

function progressText(work: Exclude<Work, { kind: "idle" }>, width: number): string {
  const { progress } = work;
  if (progress !== null) return joined(partsOf(progress), width);
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
    ];
  }
  const { fraction, stage, k, restart, restarts, iteration, fall, elapsedMs } = progress;
  const parts: Part[] = [];
  if (fraction !== null) parts.push([`▕${bar(fraction, BAR).padEnd(BAR)}▏${Math.floor(fraction * 100)} %`, 0]);
  parts.push([STAGES[stage], 2]);
  if (k !== null) parts.push([`k=${k}`, 1]);
  if (restart !== null) parts.push([`restart ${restart}${restarts === null ? "" : `/${restarts}`}`, 5]);
  if (iteration !== null) parts.push([`iteration ${iteration}`, 6]);
  if (fall !== null) parts.push([`inertia -${percent(fall)}`, 7]);
  parts.push([seconds(elapsedMs), 3]);
  if (fraction !== null && fraction > 0.02 && elapsedMs > 1000) {
    parts.push([`~${seconds((elapsedMs * (1 - fraction)) / fraction)} left`, 4]);
  }
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
