/**
 * How far shares have shifted, by what their PSI is above that of sampling alone: under 0.1 "none", under 0.25 "some", from
 * there on "large" (Siddiqi, Credit Risk Scorecards, 2006). "none" too where chance explains it: up to three standard
 * deviations above that of sampling alone. "too few to tell": under 100 customers before or now.
 */
export type ShiftLevel = "none" | "some" | "large" | "too few to tell";

/** How far shares have shifted between two counts of customers. */
export interface Shift {
  /** The population stability index: the sum of (now - before) ln(now / before) over the shares of the bins. */
  readonly psi: number;
  /** What it is about where nothing has shifted: (bins - 1) (1 / customers before + 1 / customers now). */
  readonly expected: number;
  readonly level: ShiftLevel;
}

/** Fewer customers than this tell nothing of shares. */
export const FEWEST_COMPARED = 100;

/** Standard deviations beyond which a difference is no accident. */
export const SIGNIFICANT = 3;

/** Half a customer more in every bin: an empty one has a share then, and the smaller, the more customers there are. */
const SMOOTHING = 0.5;

const SOME = 0.1;
const LARGE = 0.25;

/**
 * How far the shares of bins have shifted. Half a customer is added to every bin of both, so that empty bins count, by how
 * many customers they were empty of.
 * @param before customers by bin
 * @param now customers in the same bins, later
 */
export function shiftOf(before: readonly number[], now: readonly number[]): Shift {
  const [customersBefore, customers] = [total(before), total(now)];
  const fewest = Math.min(customersBefore, customers);
  const bins = before.length;
  if (bins < 2 || fewest === 0) return { psi: 0, expected: 0, level: levelOf(0, 0, fewest) };
  let psi = 0;
  for (let bin = 0; bin < bins; bin++) {
    const was = (before[bin]! + SMOOTHING) / (customersBefore + bins * SMOOTHING);
    const is = (now[bin]! + SMOOTHING) / (customers + bins * SMOOTHING);
    psi += (is - was) * Math.log(is / was);
  }
  // Where nothing has shifted the PSI is about this unit times a chi-square of bins - 1 degrees of freedom.
  const unit = 1 / customersBefore + 1 / customers;
  const expected = (bins - 1) * unit;
  const chance = SIGNIFICANT * Math.sqrt(2 * (bins - 1)) * unit;
  return { psi, expected, level: levelOf(psi - expected, chance, fewest) };
}

function levelOf(excess: number, chance: number, customers: number): ShiftLevel {
  if (customers < FEWEST_COMPARED) return "too few to tell";
  if (excess < SOME || excess <= chance) return "none";
  return excess < LARGE ? "some" : "large";
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
