import { TREE_OPERATIONS, type TreeOperation } from "../tree.ts";

/**
 * What can be done to a range of rows, by whichever thread: what else it needs is in the memory already. Beside it, the
 * numbers that it gives.
 *
 * - `assign`: a step; how many labels changed
 * - `assignWithInertia`: the same, and inertia is taken
 * - `assignBounded`: a step that passes over rows that cannot have moved; how many labels changed
 * - `quantize`: rounds rows to 16 bits; nothing
 * - `assignQuantized`: a step on rounded rows; how many labels changed
 * - `nearest`: labels and `closest` for the centroids as written, leaving sums alone; nothing
 * - `distances`: the squared distance of each row to each centroid, as written, `rows x k`
 * - `seedCosts`: what each centroid, as written, would leave of the sum of squared distances if it joined the seeds
 * - `takeSeed`: centroid 0, as written, joins the seeds; the sum of squared distances that is left
 * - `survey`: finds the two nearest centroids of each row, and assigns it; nothing
 * - `assignChanged`: a step that compares with the changed centroids alone where it can; how many labels changed
 * - `exchange`: weighs the candidates against the survey; nothing
 * - what a tree does: see TreeOperation
 */
export type Operation = (typeof ROW_OPERATIONS)[number] | TreeOperation;

const ROW_OPERATIONS = [
  "assign",
  "assignWithInertia",
  "assignBounded",
  "quantize",
  "assignQuantized",
  "nearest",
  "distances",
  "seedCosts",
  "takeSeed",
  "survey",
  "assignChanged",
  "exchange",
] as const;

export const OPERATIONS: readonly Operation[] = [...ROW_OPERATIONS, ...TREE_OPERATIONS];

/**
 * How many numbers an operation gives for a range of so many rows.
 *
 * @param written centroids that are written
 */
export function resultsOf(operation: Operation, rows: number, written: number): number {
  if (operation === "distances") return rows * written;
  return operation === "seedCosts" ? written : 1;
}

/** Centroids that a step on a tree looks at for each row, or what it does otherwise, as a rule. */
const TREE_WORK = 2;

/**
 * How many centroids an operation compares each row with, about.
 *
 * @param written centroids that are written
 * @param told    of these, the changed ones, or candidates
 */
export function comparisonsOf(operation: Operation, written: number, told: number): number {
  if (operation === "treeAssign") return TREE_WORK;
  if (operation === "takeSeed" || operation === "quantize") return 1;
  return operation === "exchange" || operation === "assignChanged" ? told : written;
}
