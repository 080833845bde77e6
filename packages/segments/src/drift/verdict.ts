import { counted } from "../counted.ts";
import { quoted } from "../quoted.ts";
import type { Drift } from "./drift.ts";
import { FEWEST_COMPARED, SIGNIFICANT } from "./shift.ts";

/** Whether segments should be found anew. */
export type Refit = "no" | "consider" | "yes";

interface Cause {
  readonly refit: Exclude<Refit, "no">;
  readonly words: string;
}

/** A share of customers like no segment, or of an unknown category, that is no small matter. */
const MANY = 0.05;
/** Missing values in so many more of the rows are no small matter. */
const MORE_MISSING = 0.1;
/** Columns named in a reason. */
const MOST_NAMED = 3;

/**
 * Whether to refit, and why.
 * - "yes": the shares of the segments have shifted largely, or more than half of the features have, or at least 5 % of the
 *   customers are far from every segment or of an unknown category
 * - "consider": the shares or a feature have shifted at all, twice as many customers are far as should be and more than
 *   chance explains (three standard deviations, of which few customers before have large ones), a category is unknown, or a
 *   feature is missing in 10 % more of the rows
 * - "no": none of these, or fewer than 100 customers before or now, which do not tell
 */
export function verdictOf(found: Omit<Drift, "refit" | "reason">): Pick<Drift, "refit" | "reason"> {
  if (found.rowsBefore < FEWEST_COMPARED) return tooFew(found.rowsBefore, "the model was found on");
  if (found.rowsRead < FEWEST_COMPARED) return tooFew(found.rowsRead, "the table has");
  const causes = [...ofShares(found), ...ofFeatures(found), ...ofFar(found), ...ofUnknown(found), ...ofMissing(found)];
  const strong = causes.filter(({ refit }) => refit === "yes");
  if (strong.length > 0) return { refit: "yes", reason: `Refit: ${wordsOf(strong)}.` };
  if (causes.length > 0) return { refit: "consider", reason: `Consider refitting: ${wordsOf(causes)}.` };
  if (found.rows < FEWEST_COMPARED) return tooFew(found.rows, "the table has, with a value in every feature,");
  const { shares, far } = found;
  const steady = `the segments have about the shares they had (PSI ${shares.psi.toFixed(2)}), no feature has shifted`;
  const near = `${percent(far.share)} of the customers are far from every segment, about as many as before`;
  return { refit: "no", reason: `No need to refit: ${steady}, and ${near}.` };
}

function tooFew(customers: number, where: string): Pick<Drift, "refit" | "reason"> {
  const few = `${where} ${counted(customers, "customer")}`;
  return { refit: "no", reason: `Too few customers to tell: ${few}, and it takes ${FEWEST_COMPARED} of them.` };
}

function wordsOf(causes: readonly Cause[]): string {
  return causes.map(({ words }) => words).join("; ");
}

function ofShares({ shares: { level, psi } }: Pick<Drift, "shares">): Cause[] {
  const words = `the shares of the segments have shifted ${level === "large" ? "largely" : "somewhat"} (PSI ${psi.toFixed(2)})`;
  if (level === "large") return [{ refit: "yes", words }];
  return level === "some" ? [{ refit: "consider", words }] : [];
}

function ofFeatures({ features }: Pick<Drift, "features">): Cause[] {
  const shifted = features
    .filter(({ level }) => level === "some" || level === "large")
    .sort((a, b) => b.psi - a.psi)
    .map(({ column, level, psi }) => {
      return `${quoted(column)} has shifted ${level === "large" ? "largely" : "somewhat"} (PSI ${psi.toFixed(2)})`;
    });
  if (shifted.length === 0) return [];
  const large = features.filter(({ level }) => level === "large").length;
  return [{ refit: large > features.length / 2 ? "yes" : "consider", words: some(shifted, "more features") }];
}

function ofFar({
  rowsBefore,
  rows,
  far: { customers, share, expected },
}: Pick<Drift, "rowsBefore" | "rows" | "far">): Cause[] {
  // What is far was learned from the customers before: of others the share beyond it is that beyond an order statistic.
  const usual = (expected * (rowsBefore - 1) + 1) / (rowsBefore + 1);
  const variance = rows * usual + (rows ** 2 * usual * (1 - usual)) / (rowsBefore + 2);
  const limit = rows * usual + SIGNIFICANT * Math.sqrt(variance);
  if (customers <= 2 * rows * usual || customers <= limit) return [];
  const words = `${percent(share)} of the customers are far from every segment, where ${percent(expected)} were`;
  return [{ refit: share >= MANY ? "yes" : "consider", words }];
}

function ofUnknown({ rowsRead, unknown, features }: Pick<Drift, "rowsRead" | "unknown" | "features">): Cause[] {
  if (unknown === 0) return [];
  const values = features.flatMap(({ column, newCategories }) => {
    return newCategories.map(({ category }) => `${quoted(category)} in ${quoted(column)}`);
  });
  const who = unknown === 1 ? "1 customer has" : `${unknown.toLocaleString("en-US")} customers have`;
  const words = `${who} a category that the model does not know: ${some(values, "more")}`;
  return [{ refit: unknown >= MANY * rowsRead ? "yes" : "consider", words }];
}

function ofMissing({ features }: Pick<Drift, "features">): Cause[] {
  const missed = features
    .filter(({ missing }) => missing.now - missing.before >= MORE_MISSING)
    .map(({ column, missing }) => {
      return `${quoted(column)} is missing in ${percent(missing.now)} of the rows, where it was in ${percent(missing.before)}`;
    });
  return missed.length === 0 ? [] : [{ refit: "consider", words: some(missed, "more features") }];
}

function some(texts: readonly string[], what: string): string {
  const said = texts.slice(0, MOST_NAMED).join(", ");
  return texts.length > MOST_NAMED ? `${said} and ${texts.length - MOST_NAMED} ${what}` : said;
}

function percent(share: number): string {
  const value = share * 100;
  return `${value < 10 ? value.toFixed(1) : value.toFixed(0)} %`;
}
