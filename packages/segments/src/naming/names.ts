import { letterOf } from "../letters.ts";
import type { ColumnSummary } from "../profile/numeric.ts";
import { type NamedCategories, type NamingFeature, namingFeatures } from "./feature.ts";
import { coarseLevel, fineLevel, isWeak, type Level } from "./levels.ts";
import { isBetter, occurrences, type Telling, tellingFeatures } from "./telling.ts";

/** What one part of a segment's name rests on. */
export interface Evidence {
  /** The column. */
  readonly feature: string;
  /** Of a column of categories the value, "" for a missing one; its numbers are shares of the customers then. */
  readonly value?: string;
  readonly level: Level;
  /** Mean of the segment, in the file's units. */
  readonly mean: number;
  /** Mean of all customers outside the segment, in the file's units. */
  readonly rest: number;
  /** (mean - rest) / standard deviation of all customers used. */
  readonly difference: number;
}

/** A segment's name and what it rests on. */
export interface Name {
  readonly name: string;
  readonly evidence: readonly Evidence[];
}

/**
 * Names segments in plain words: where they are high or low against the rest of the customers, in the fewest words that
 * tell them apart. No two names are equal, for any data. Segments that high, low and average do not tell apart get finer
 * levels ("very high", "slightly low"); those still alike, a number ("low income (about 26)"); as a last resort, their
 * letter ("low income (C)"). A segment like everybody is average in both of two features, "middle of the road" in more.
 * @param columns the features' names
 * @param summaries the features, summarized by segment
 * @param categories columns of categories that the segments were found by
 */
export function nameSegments(
  columns: readonly string[],
  summaries: readonly ColumnSummary[],
  segments: number,
  categories: readonly NamedCategories[] = [],
): readonly Name[] {
  const features = namingFeatures(columns, summaries, categories);
  if (segments === 1 || features.length === 0) {
    return distinct(Array.from({ length: segments }, () => ({ name: "all customers", evidence: [] })));
  }
  const difference = (segment: number, feature: NamingFeature): number => feature.standings[segment]?.difference ?? 0;
  const each = <T>(of: (difference: number) => T): T[][] =>
    Array.from({ length: segments }, (_, segment) => features.map((feature) => of(difference(segment, feature))));
  const strengths = each(Math.abs);
  const coarse = told(each(coarseLevel), strengths);
  const fine = told(each(fineLevel), strengths);
  const numbersOf = new Map<string, Numbers | null>();
  const names = fine.map((finely, segment) => {
    const coarsely = coarse[segment]!;
    if (isAverage(coarsely.levels) && coarsely.alone) return namedAverage(features, segment);
    const rough = coarsely.alone ? coarsely.telling : null;
    const exact = finely.alone ? finely.telling : null;
    if (rough !== null && !(exact !== null && hasAverage(coarsely, rough) && isPlainer(finely, exact, rough))) {
      return named(features, segment, coarsely.levels, rough.features);
    }
    const parts = finely.telling?.features ?? strongest(strengths[segment]!);
    const name = named(features, segment, finely.levels, parts);
    if (finely.alone) return name;
    const key = finely.levels.join();
    if (!numbersOf.has(key)) {
      const alike = fine.flatMap(({ levels }, i) =>
        levels.every((level, at) => level === finely.levels[at]) ? [i] : [],
      );
      numbersOf.set(key, numbersFor(features, alike));
    }
    return numbered(name, features, segment, finely.levels, parts, numbersOf.get(key) ?? null);
  });
  return distinct(names);
}

interface Told {
  readonly levels: readonly Level[];
  /** Whether no other segment has the same levels. */
  readonly alone: boolean;
  readonly telling: Telling | null;
}

/** For each segment its levels, whether they are its alone, and the features that tell it from the others. */
function told(levels: readonly (readonly Level[])[], strengths: readonly (readonly number[])[]): readonly Told[] {
  const equals = occurrences(levels.map((of) => of.join()));
  const telling = tellingFeatures(levels, strengths);
  return levels.map((own, segment) => ({ levels: own, alone: equals[segment] === 1, telling: telling[segment]! }));
}

function isAverage(levels: readonly Level[]): boolean {
  return levels.every((level) => level === "average");
}

function hasAverage({ levels }: Told, { features }: Telling): boolean {
  return features.some((feature) => levels[feature] === "average");
}

/** Whether finer levels tell more than rough ones do with an average among them: "very high income" for "average age". */
function isPlainer({ levels }: Told, exact: Telling, rough: Telling): boolean {
  return exact.features.every((feature) => !isWeak(levels[feature]!)) && isBetter(exact, rough);
}

function strongest(strengths: readonly number[]): readonly number[] {
  const order = [...strengths.keys()].sort((a, b) => strengths[b]! - strengths[a]! || a - b);
  return order.slice(0, 3).sort((a, b) => a - b);
}

function named(
  features: readonly NamingFeature[],
  segment: number,
  levels: readonly Level[],
  parts: readonly number[],
): Name {
  return {
    name: parts.map((part) => phraseOf(features[part]!, segment, levels[part]!)).join(", "),
    evidence: parts.flatMap((part) => evidenceOf(features[part]!, segment, levels[part]!)),
  };
}

function phraseOf({ phrase, standings }: NamingFeature, segment: number, level: Level): string {
  return phrase(level, standings[segment]?.mean ?? 0);
}

/** The name of a segment that is like everybody: in words of its own where listing its features would take more. */
function namedAverage(features: readonly NamingFeature[], segment: number): Name {
  const all = [...features.keys()];
  const average = features.map((): Level => "average");
  const { name, evidence } = named(features, segment, average, all);
  return { name: features.length > 2 ? "middle of the road" : name, evidence };
}

function evidenceOf({ column, value, standings }: NamingFeature, segment: number, level: Level): readonly Evidence[] {
  const standing = standings[segment];
  return standing ? [{ feature: column, ...(value !== undefined && { value }), level, ...standing }] : [];
}

/** What tells segments of like levels apart: the feature on which they differ most, and the mean of each on it. */
interface Numbers {
  readonly feature: number;
  readonly word: string;
  readonly means: ReadonlyMap<number, string>;
}

/** The means of segments of like levels, as short as tells them apart; null where nothing does. */
function numbersFor(features: readonly NamingFeature[], alike: readonly number[]): Numbers | null {
  const range = features.map(({ word, standings }) => {
    if (word === null) return -1;
    const differences = alike.map((i) => standings[i]?.difference ?? 0);
    return Math.max(...differences) - Math.min(...differences);
  });
  const feature = range.indexOf(Math.max(...range));
  const { word, standings } = features[feature]!;
  const means = shortest(alike.map((i) => standings[i]?.mean ?? 0));
  if (means === null || word === null) return null;
  return { feature, word, means: new Map(alike.map((segment, i) => [segment, means[i]!])) };
}

/** Adds the mean that tells it from segments of like levels. */
function numbered(
  { name, evidence }: Name,
  features: readonly NamingFeature[],
  segment: number,
  levels: readonly Level[],
  parts: readonly number[],
  numbers: Numbers | null,
): Name {
  const number = numbers?.means.get(segment);
  if (numbers === null || number === undefined) return { name, evidence };
  const { feature, word } = numbers;
  const alone = parts.length === 1 && parts[0] === feature;
  return {
    name: `${name} (${alone ? "" : `${word} `}about ${number})`,
    evidence: parts.includes(feature)
      ? evidence
      : [...evidence, ...evidenceOf(features[feature]!, segment, levels[feature]!)],
  };
}

/** Numbers with the fewest digits, two at least, that keep them apart; null where some are equal. */
function shortest(numbers: readonly number[]): readonly string[] | null {
  for (let digits = 2; digits <= 17; digits++) {
    const rounded = numbers.map((number) => String(Number(number.toPrecision(digits))));
    if (new Set(rounded).size === numbers.length) return rounded;
  }
  return null;
}

/** The last resort: a name that is there already gets its segment's letter. */
function distinct(names: readonly Name[]): readonly Name[] {
  const taken = new Set<string>();
  return names.map(({ name, evidence }, segment) => {
    let own = name;
    while (taken.has(own)) own = `${own} (${letterOf(segment)})`;
    taken.add(own);
    return { name: own, evidence };
  });
}
