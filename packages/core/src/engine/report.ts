import type { EngineReport } from "../model/engine-report.ts";
import { ENGINES, type EngineName, hasWays } from "./steps/steps.ts";

/** What is known of the rows and of the steps over them. */
interface Taken {
  readonly rows: number;
  readonly weighted: boolean;
  /** The one way that was asked for, or null. */
  readonly only: EngineName | null;
  readonly steps: Readonly<Record<EngineName, number>>;
}

const BECAUSE: Readonly<Record<EngineName, string>> = {
  dense: "took every distance, where other ways had nothing to spare",
  quantized: "rounded rows to 16 bits, which left few of them in doubt",
  tree: "gave whole neighborhoods of rows to the one centroid that could be nearest",
  bounded: "passed over rows that could not have moved, once few still did",
};

/** Counts of steps before the first. */
export function noSteps(): Record<EngineName, number> {
  return { dense: 0, quantized: 0, bounded: 0, tree: 0 };
}

/** Says which way of computing steps took how many of them, and why. */
export function reportOf({ rows, weighted, only, steps }: Taken): EngineReport {
  let name: EngineName = "dense";
  for (const each of ENGINES) if (steps[each] > steps[name]) name = each;
  return { name, steps, reason: reasonOf({ rows, weighted, only, steps }) };
}

function reasonOf({ rows, weighted, only, steps }: Taken): string {
  if (only !== null) return `${only} was asked for.`;
  if (!hasWays({ rows, weighted })) {
    return weighted
      ? "Rows with weights have the dense way alone."
      : `${rows} rows are too few for any but the dense way.`;
  }
  const parts = ENGINES.filter((each) => steps[each] > 0).map(
    (each) => `${each} ${BECAUSE[each]} (${count(steps[each])})`,
  );
  return `${parts.join("; ")}.`;
}

function count(steps: number): string {
  return steps === 1 ? "1 step" : `${steps} steps`;
}
