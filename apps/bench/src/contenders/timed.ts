import type { FitReply, FitRequest } from "./contender.ts";
import type { Fit, Fitting } from "./fit.ts";

/** Fits as often as asked and times it. `now` is a clock in milliseconds. */
export async function timed(
  fitting: Fitting,
  { limit, repeats, labels }: FitRequest,
  now: () => number = () => performance.now(),
): Promise<FitReply> {
  const startedAt = now();
  let fit: Fit = await fitting(limit);
  for (let done = 1; done < repeats; done++) fit = await fitting(limit);
  const elapsedMs = (now() - startedAt) / repeats;
  return { elapsedMs, iterations: fit.iterations, labels: labels ? fit.labels() : null };
}
