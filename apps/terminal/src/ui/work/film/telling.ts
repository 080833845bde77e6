import type { FitIteration } from "@kentro/core";

const AT_MOST_EVERY_MS = 100;

/**
 * Takes the steps of a run one by one, and tells of all so far at most ten times a second, the first time a tenth of a
 * second after its start: of short runs nothing is told. `now` is a clock in milliseconds.
 */
export function telling(
  tell: (steps: readonly FitIteration[]) => void,
  now: () => number = () => performance.now(),
): { take(step: FitIteration): void; readonly steps: readonly FitIteration[] } {
  const steps: FitIteration[] = [];
  let toldAt = now();
  return {
    steps,
    take: (step) => {
      steps.push(step);
      if (now() - toldAt < AT_MOST_EVERY_MS) return;
      toldAt = now();
      tell([...steps]);
    },
  };
}
