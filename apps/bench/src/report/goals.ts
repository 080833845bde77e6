import type { Precision } from "../contenders/contender.ts";
import { type Quantity, timesKentro } from "./ratio.ts";
import type { CaseResult } from "./result.ts";

/** A promise about speed that a benchmark can keep or break. */
interface Goal {
  readonly caseId: string;
  readonly against: string;
  /** Of the contender. */
  readonly precision: Precision;
  /** Of Kentro. */
  readonly kentro: Precision;
  readonly quantity: Quantity;
  readonly atLeast: number;
}

const goals: readonly Goal[] = [
  {
    caseId: "1m-4",
    against: "scikit-learn",
    precision: "float32",
    kentro: "float32",
    quantity: "iterationSamplesMs",
    atLeast: 3,
  },
  {
    caseId: "1m-4",
    against: "ml-kmeans",
    precision: "float64",
    kentro: "float32",
    quantity: "wholeFitSamplesMs",
    atLeast: 30,
  },
];

/** A sentence for each goal that these results say something about. */
export function goalSentences(cases: readonly CaseResult[]): readonly string[] {
  return goals.flatMap((goal) => {
    const result = cases.find(({ id }) => id === goal.caseId);
    const contender = result?.measured.find(
      ({ name, precision }) => name === goal.against && precision === goal.precision,
    );
    if (result === undefined || contender === undefined) return [];
    const times = timesKentro(contender, result.measured, goal.kentro, goal.quantity);
    if (times === null) return [];
    const what = goal.quantity === "iterationSamplesMs" ? "an iteration" : "a whole fit";
    const verdict = times >= goal.atLeast ? "reached" : "missed";
    return [
      `Goal ${verdict}: ${what} of ${goal.caseId} takes ${goal.against} (${goal.precision}) ${times.toFixed(1)} times as ` +
        `long as kentro (${goal.kentro}); at least ${goal.atLeast} times is asked for.`,
    ];
  });
}
