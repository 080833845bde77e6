/** A segment against the rest of the customers on one feature, in words. */
export type Level = "very low" | "low" | "slightly low" | "average" | "slightly high" | "high" | "very high";

/** From half a standard deviation apart a segment is high or low (a medium effect: Cohen 1988). */
export function coarseLevel(difference: number): Level {
  if (difference >= 0.5) return "high";
  return difference <= -0.5 ? "low" : "average";
}

/** Finer levels, for segments that the coarse ones do not tell apart: they change at 0.2, 0.5 and 1.5. */
export function fineLevel(difference: number): Level {
  const apart = Math.abs(difference);
  if (apart < 0.2) return "average";
  const side = difference > 0 ? "high" : "low";
  if (apart < 0.5) return `slightly ${side}`;
  return apart < 1.5 ? side : `very ${side}`;
}

/** "high income"; people are not of high age but older. */
export function phrase(level: Level, word: string): string {
  return word === "age" ? AGES[level] : `${level} ${word}`;
}

const AGES: Readonly<Record<Level, string>> = {
  "very low": "much younger",
  low: "younger",
  "slightly low": "slightly younger",
  average: "average age",
  "slightly high": "slightly older",
  high: "older",
  "very high": "much older",
};
