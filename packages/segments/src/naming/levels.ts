/** A segment against the rest of the customers on one feature, in words. */
export type Level = "very low" | "low" | "slightly low" | "average" | "slightly high" | "high" | "very high";

/** All of them, from the lowest on. */
export const LEVELS: readonly Level[] = [
  ...(["very low", "low", "slightly low"] as const),
  ...(["average", "slightly high", "high", "very high"] as const),
];

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

/** Whether a level says next to nothing of a segment. */
export function isWeak(level: Level): boolean {
  return level === "average" || level.startsWith("slightly");
}

/**
 * What a level costs a name: a plain high or low tells most in the fewest words, "very" and "slightly" are one word more,
 * and an average says little.
 */
export function costOf(level: Level): number {
  return level === "high" || level === "low" ? PLAIN_COST : PLAIN_COST + 1;
}

/** No level costs less. */
export const PLAIN_COST = 2;

/** "high income"; but people are older, not of high age, orders are many, and a high recency is long ago. */
export function phrase(level: Level, word: string): string {
  const own = OWN.get(word);
  if (own !== undefined) return own[level];
  return counted(word) ? `${COUNTS[level]} ${word}` : `${level} ${word}`;
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

const RECENCIES: Readonly<Record<Level, string>> = {
  "very low": "active very lately",
  low: "active lately",
  "slightly low": "active slightly more lately",
  average: "average recency",
  "slightly high": "inactive slightly longer",
  high: "long inactive",
  "very high": "very long inactive",
};

const TENURES: Readonly<Record<Level, string>> = {
  "very low": "very new",
  low: "new",
  "slightly low": "slightly newer",
  average: "average tenure",
  "slightly high": "with us slightly longer",
  high: "long with us",
  "very high": "very long with us",
};

/** Columns with words of their own. A map, for a column may be called "constructor". */
const OWN: ReadonlyMap<string, Readonly<Record<Level, string>>> = new Map([
  ["age", AGES],
  ["recency", RECENCIES],
  ["tenure", TENURES],
]);

const COUNTS: Readonly<Record<Level, string>> = {
  "very low": "very few",
  low: "few",
  "slightly low": "slightly fewer",
  average: "average",
  "slightly high": "slightly more",
  high: "many",
  "very high": "very many",
};

/** What is counted and never weighed or paid: "purchases" may be an amount of money. */
const COUNTED =
  /^(bookings|calls|cars|children|clicks|complaints|contacts|emails|friends|kids|logins|orders|pets|referrals|reviews|sessions|subscriptions|tickets|trips|visits)$/;

function counted(word: string): boolean {
  return COUNTED.test(word.split(" ").at(-1) ?? "");
}
