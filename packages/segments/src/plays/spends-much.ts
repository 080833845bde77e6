import { coarseLevel } from "../naming/levels.ts";
import type { Segment } from "../segmentation.ts";
import { roleOf } from "./roles.ts";

/**
 * Whether a segment is one of high spenders: by its share of the value where there is one, else by the first column whose
 * name says spending, a score of it included.
 */
export function spendsMuch({ value, numeric, share }: Segment): boolean {
  if (value !== null) return value.high;
  const spending = numeric.find(({ column }) => roleOf(column) === "spending");
  // z is against all customers, of whom the segment is a part: so against the rest it is this.
  return spending !== undefined && share < 1 && coarseLevel(spending.z / (1 - share)) === "high";
}
