import { summarize } from "../measure/statistics.ts";
import type { FitReply, FitRequest } from "./contender.ts";
import type { Fit, Fitting } from "./fit.ts";

/** Fits as often as asked and times each. `now` is a clock in milliseconds. */
export async function timed(
  fitting: Fitting,
  { from, repeats, labels }: FitRequest,
  now: () => number = () => performance.now(),
): Promise<FitReply> {
  const timedFit = async (): Promise<readonly [Fit, number]> => {
    const startedAt = now();
    const fit = await ("limit" in from ? fitting.fromStart(from.limit) : fitting.whole(from.seed));
    return [fit, now() - startedAt];
  };
  let [fit, elapsedMs] = await timedFit();
  const samplesMs = [elapsedMs];
  while (samplesMs.length < repeats) {
    [fit, elapsedMs] = await timedFit();
    samplesMs.push(elapsedMs);
  }
  return { elapsedMs: summarize(samplesMs).median, iterations: fit.iterations, labels: labels ? fit.labels() : null };
}
