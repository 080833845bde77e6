import type { Precision } from "../contenders/contender.ts";
import type { Measured } from "../measure/rounds.ts";
import { summarize } from "../measure/statistics.ts";

/** What a ratio is of. */
export type Quantity = "iterationSamplesMs" | "wholeFitSamplesMs";

/** How many times as long a contender takes as Kentro in this precision, by medians; null where one was not measured, or is too short. */
export function timesKentro(
  contender: Measured,
  measured: readonly Measured[],
  precision: Precision,
  quantity: Quantity,
): number | null {
  const kentro = measured.find((one) => one.name === "kentro" && one.precision === precision);
  const ours = kentro?.[quantity] ?? [];
  const theirs = contender[quantity];
  if (ours.length === 0 || theirs.length === 0) return null;
  const [kentroMs, contenderMs] = [summarize(ours).median, summarize(theirs).median];
  // A difference of two fits is no time at all where it is lost in what else the machine does.
  return kentroMs > 0 && contenderMs > 0 ? contenderMs / kentroMs : null;
}
