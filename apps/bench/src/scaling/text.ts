import { count, milliseconds } from "../report/number.ts";
import { SPAN } from "../works.ts";
import type { Budget, GridPlan } from "./grid.ts";
import type { ScalingRow } from "./scaling.ts";

const WIDTHS = [12, 9, 6, 12, 20, 12, 20, 9];

/** What the columns are. */
export function scalingHeading(): string {
  return line(["rows", "columns", "k", "1 thread, ms", "spread", "2 threads", "spread", "2 over 1"]);
}

/** One size: a line that can be written as soon as it is measured. */
export function scalingLine({ rows, columns, k, times, span }: ScalingRow): string {
  const cells = times.flatMap(({ ms: { median, least, most } }) => [
    milliseconds(median),
    `${milliseconds(least)} to ${milliseconds(most)}`,
  ]);
  const [one, two] = times.map(({ ms }) => ms.median);
  const ratio = one > 0 && two > 0 ? `${(one / two).toFixed(2)}x` : "-";
  const early = span < SPAN ? `  converges: ${1 + span} iterations against 1` : "";
  return `${line([count(rows), String(columns), String(k), ...cells, ratio])}${early}`;
}

/** A size at which nothing moves after the first iteration. */
export function convergedLine(rows: number, columns: number, k: number): string {
  return `${line([count(rows), String(columns), String(k)])}  converges at once`;
}

/** What was left out, and why; empty where nothing was. */
export function skippedText(plans: readonly GridPlan[], { values, differences }: Budget): string {
  const skipped = plans.filter((plan) => plan.skipped.length > 0);
  if (skipped.length === 0) return "";
  const sizes = skipped.map(({ rows, columns, skipped: ks }) => `${count(rows)} x ${columns} k ${ks.join(", ")}`);
  return `Skipped, with more than ${count(values)} values or ${count(differences)} differences an iteration:\n${sizes.join("; ")}.\n`;
}

function line(cells: readonly string[]): string {
  return cells.map((cell, column) => cell.padStart(WIDTHS[column])).join("  ");
}
