import { type Contender, type Identity, isSame } from "../contenders/contender.ts";
import { goalsOf } from "../reach.ts";
import type { Work } from "../works.ts";

/** How wide a comparison is: everyone, few, or those that goals name. */
export type Breadth = "full" | "quick" | "reach";

/** What all that do the same are compared with. */
export const REFERENCE: Identity = { name: "kentro", precision: "float64", threads: 1 };

/** Whether a contender takes part in a work on a case (by its name). */
export function takesPart(contender: Contender, work: Work, on: string, breadth: Breadth): boolean {
  const named = goalsOf(work, on).some(({ ours, theirs }) => {
    return isSame(contender, ours) || (theirs !== null && isSame(contender, theirs));
  });
  if (named) return true;
  if (hasReference(work) && isSame(contender, REFERENCE)) return true;
  if (breadth === "reach" || contender.threads === 2) return false;
  const { name, precision, threads, slow } = contender;
  if (breadth === "quick" && precision === "float64" && !slow) return false;
  switch (work) {
    case "iteration":
    case "convergence":
    case "fit":
      return true;
    case "elbow":
      return slow || threads === "default";
    case "analysis":
      return name === "kentro" && threads === "default";
    case "optimum":
      return !slow && threads === "default" && precision === "float32";
  }
}

/** Whether all do the same, so that answers can be compared. */
function hasReference(work: Work): boolean {
  return work === "iteration" || work === "convergence";
}
