import { noWords, yesWords } from "../preparation/yes-no.ts";
import { type CategoryCounts, MISSING } from "../profile/categories.ts";
import type { ColumnSummary } from "../profile/numeric.ts";
import { type Level, phrase } from "./levels.ts";
import { featureWords, valueWord } from "./words.ts";

/** How a segment stands on a feature against the rest; null for an empty segment. */
interface Against {
  readonly mean: number;
  readonly rest: number;
  readonly difference: number;
}

/** What a name can speak of: a column of numbers that vary, or a value of a column of categories. */
export interface NamingFeature {
  readonly column: string;
  /** The value, of a column of categories. */
  readonly value?: string;
  /** What its numbers are called; null where it has none to tell. */
  readonly word: string | null;
  readonly standings: readonly (Against | null)[];
  /** What a segment is called that has this level and this mean. */
  readonly phrase: (level: Level, mean: number) => string;
}

/** A column of categories that segments were found by. */
export interface NamedCategories {
  readonly column: string;
  readonly counts: CategoryCounts;
}

/** Of a column the most frequent values are spoken of, as many as this. */
const MOST_VALUES = 8;

/** The features that names can speak of: those that tell some segment from others. */
export function namingFeatures(
  columns: readonly string[],
  summaries: readonly ColumnSummary[],
  categories: readonly NamedCategories[],
): readonly NamingFeature[] {
  const words = featureWords([...columns, ...categories.map(({ column }) => column)]);
  const numeric = summaries.map(({ segments, against }, i): NamingFeature => {
    const word = words[i]!;
    const standings = against.map((it, segment) => it && { mean: segments[segment]!.mean, ...it });
    return { column: columns[i]!, word, standings, phrase: (level) => phrase(level, word) };
  });
  const shared = sharedValues(categories);
  const valued = categories.flatMap((each, i) => valueFeatures(each, words[columns.length + i]!, shared));
  return [...numeric, ...valued].filter(({ standings }) => standings.some((it) => it !== null));
}

/** Values that several columns have, as they are written in a name. */
function sharedValues(categories: readonly NamedCategories[]): ReadonlySet<string> {
  const all = categories.flatMap(({ counts }) => [...new Set(counts.values.map(valueWord))]);
  return new Set(all.filter((value, i) => all.indexOf(value) < i));
}

/** Of two values one says all: who has not the one has the other. */
function valueFeatures(
  { column, counts }: NamedCategories,
  word: string,
  shared: ReadonlySet<string>,
): readonly NamingFeature[] {
  const { values, segments } = counts;
  const told = values.length === 2 ? values.slice(0, 1) : values.slice(0, MOST_VALUES);
  const truths = values.every((value) => value === MISSING || isTruth(value));
  const spoken = (value: string): string => {
    if (value === MISSING) return `unknown ${word}`;
    return truths ? truthWords(word, isYes(value)) : wordsOf(valueWord(value), word, shared);
  };
  return told.map((value, i): NamingFeature => {
    const other = values.length === 2 ? spoken(values[1]!) : null;
    const standings = standingsOf(
      segments.map((count) => count[i]!),
      segments.map((count) => count.reduce((a, b) => a + b, 0)),
    );
    return {
      column,
      value,
      word: null,
      standings,
      phrase: (level, share) => valuePhrase(level, share, spoken(value), other, word),
    };
  });
}

/** A value that says of itself what it is, "Rome", stands alone; "3", "f" and what two columns have need the column's word. */
function wordsOf(value: string, word: string, shared: ReadonlySet<string>): string {
  return /\p{L}\p{L}/u.test(value) && !shared.has(value) ? value : `${word} ${value}`;
}

/** What customers have, not what they are: "without newsletter", but "not member". */
const HAD =
  /(?:^has |^have |(?:account|app|card|children|consent|contract|coupon|discount|email|insurance|kids|loan|newsletter|phone|subscription|voucher)s?$)/;

function truthWords(word: string, yes: boolean): string {
  const bare = word.replace(/^(?:has|have|is|was) (?=.)/, "");
  if (HAD.test(word)) return `${yes ? "with" : "without"} ${bare}`;
  return yes ? bare : `not ${bare}`;
}

function isTruth(value: string): boolean {
  return isYes(value) || noWords.includes(value.trim().toLowerCase());
}

function isYes(value: string): boolean {
  return yesWords.includes(value.trim().toLowerCase());
}

function standingsOf(having: readonly number[], sizes: readonly number[]): readonly (Against | null)[] {
  const all = sizes.reduce((a, b) => a + b, 0);
  const hits = having.reduce((a, b) => a + b, 0);
  const deviation = Math.sqrt((hits / all) * (1 - hits / all));
  return having.map((own, segment) => {
    const size = sizes[segment]!;
    if (size === 0 || size === all || !(deviation > 0)) return null;
    const [mean, rest] = [own / size, (hits - own) / (all - size)];
    return { mean, rest, difference: (mean - rest) / deviation };
  });
}

/**
 * "mostly Bonn", "more Bonn", "fewer Bonn"; of two values a low share of the one is a high share of the other.
 * @param share of the segment's customers who have the value
 */
function valuePhrase(level: Level, share: number, value: string, other: string | null, word: string): string {
  if (level === "average") return `mixed ${word}`;
  if (level.endsWith("high")) return `${many(level, share)} ${value}`;
  if (other !== null) return `${many(level, 1 - share)} ${other}`;
  if (level === "very low") return share < 0.1 ? `hardly any ${value}` : `far fewer ${value}`;
  return level === "low" ? `fewer ${value}` : `slightly fewer ${value}`;
}

function many(level: Level, share: number): string {
  if (level.startsWith("slightly")) return "slightly more";
  if (level.startsWith("very") && share >= 0.95) return "nearly all";
  if (share >= 0.6) return "mostly";
  return level.startsWith("very") ? "far more" : "more";
}
