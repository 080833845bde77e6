import { titleOf } from "../contenders/contender.ts";
import { reach } from "../reach.ts";
import { milliseconds } from "./number.ts";
import type { BenchResult } from "./result.ts";
import { tableLines } from "./table.ts";
import { type Verdict, verdictsOn } from "./verdict.ts";

const HEADING = ["what is to be reached", "against", "target", "measured", "spread", "kentro, ms", "inertia", ""];

/** The table of goals that were measured; empty where none was. */
export function reachText({ measurements }: Pick<BenchResult, "measurements">): string {
  const verdicts = verdictsOn(measurements);
  if (verdicts.length === 0) return "";
  const reached = verdicts.filter((verdict) => verdict.reached === true).length;
  const left = reach.length - verdicts.length;
  const closing = `Reached: ${reached} of ${verdicts.length}${left === 0 ? "" : `; not measured: ${left} more`}.`;
  return `${[...tableLines([HEADING, ...verdicts.map(cellsOf)]), closing].join("\n")}\n`;
}

function cellsOf({ goal, ratio, oursMs, inertia, reached }: Verdict): readonly string[] {
  return [
    `${goal.work}, ${goal.on}`,
    goal.theirs === null ? "-" : titleOf(goal.theirs),
    targetOf(goal),
    ratio === null ? "-" : `${ratio.median.toFixed(2)}x`,
    ratio === null ? "" : `${ratio.least.toFixed(2)} to ${ratio.most.toFixed(2)}`,
    oursMs === null ? "-" : milliseconds(oursMs.median),
    inertia === null ? "" : inertia.words,
    reached === null ? "not measured" : reached ? "reached" : "missed",
  ];
}

function targetOf({ atLeast, belowMs, inertia }: Verdict["goal"]): string {
  const parts = [
    ...(atLeast === null ? [] : [`>= ${atLeast}x`]),
    ...(belowMs === null ? [] : [`< ${belowMs} ms`]),
    ...(inertia === null ? [] : [inertia]),
  ];
  return parts.join(", ");
}
