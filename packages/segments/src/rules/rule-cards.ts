import { measureWords } from "../naming/words.ts";
import type { Pace } from "../pace.ts";
import { CHUNK, inChunks } from "../preparation/chunks.ts";
import { type Condition, type RuleColumn, strike, takeCells } from "./condition.ts";
import { fieldOf } from "./field.ts";
import { rounded } from "./rounding.ts";
import type { RuleCard, RuleCondition } from "./rule-card.ts";
import { sampleOf, thinned } from "./sample.ts";
import { searchRule } from "./search.ts";
import { ruleSql, ruleWords } from "./words.ts";

/** Precision and recall that a rule must have to stand for its segment. */
const SUFFICIENT = 0.75;
/** Rules extended at each step of a search: fewer where there are many segments. */
const WIDEST = 8;
/** Sampled customers of all searches together; where segments are many, each looks at fewer of the rest. */
const MOST_WORK = 400_000;

/**
 * The rule of each segment against the rest of the customers. Rules are looked for on a seeded sample of 20,000 customers
 * where there are more, and their precision and recall counted on all.
 * @param columns the columns to speak of; the work grows with their number
 * @param rows the rows used
 * @param labels the segment of each of them, 0 to `segments` - 1
 * @returns for each segment; null where there is one segment only, and where no threshold tells a segment from the rest
 */
export async function ruleCards(
  columns: readonly RuleColumn[],
  rows: Int32Array,
  labels: Int32Array,
  segments: number,
  seed: number,
  pace: Pace,
): Promise<readonly (RuleCard | null)[]> {
  if (segments === 1) return [null];
  const sample = await sampleOf(labels, segments, seed, pace);
  const oneIn = Math.max(1, Math.floor((sample.places.length * segments) / MOST_WORK));
  const everybody = oneIn === 1 ? await fieldOf(columns, rows, sample, pace) : null;
  const features = [...columns.keys()];
  const width = Math.max(1, Math.min(WIDEST, Math.floor(200 / segments)));
  const rules: (readonly Condition[])[] = [];
  for (let segment = 0; segment < segments; segment++) {
    const field = everybody ?? (await fieldOf(columns, rows, thinned(sample, segment, oneIn, seed), pace));
    const rule = await searchRule(field, features, segment, width, pace);
    rules.push(rounded(rule, field, segment).conditions);
    await pace.breathe();
  }
  const counts = await countAll(rules, columns, rows, labels, pace);
  const names = columns.map(({ name }) => name);
  const words = measureWords(names);
  const word = (column: string): string => words[names.indexOf(column)]!;
  return rules.map((rule, segment) => {
    const { hits, named, size } = counts[segment]!;
    if (rule.length === 0 || hits === 0) return null;
    const conditions = rule.map((condition) => conditionOf(condition, columns[condition.feature]!));
    const [precision, recall] = [hits / named, hits / size];
    return {
      ...{ conditions, words: ruleWords(conditions, word), sql: ruleSql(conditions) },
      ...{ precision, recall, sufficient: Math.min(precision, recall) >= SUFFICIENT },
    };
  });
}

interface Count {
  /** Customers of the segment whom its rule names. */
  hits: number;
  /** Customers whom it names. */
  named: number;
  /** Customers of the segment. */
  size: number;
}

async function countAll(
  rules: readonly (readonly Condition[])[],
  columns: readonly RuleColumn[],
  rows: Int32Array,
  labels: Int32Array,
  pace: Pace,
): Promise<readonly Count[]> {
  const counts = rules.map((): Count => ({ hits: 0, named: 0, size: 0 }));
  const mask = new Uint8Array(Math.min(CHUNK, rows.length));
  const spoken = new Set(rules.flatMap((rule) => rule.map(({ feature }) => feature)));
  const cells = columns.map((_, feature) => new Float64Array(spoken.has(feature) ? mask.length : 0));
  await inChunks(rows.length, pace, (from, to) => {
    const own = labels.subarray(from, to);
    const taken = cells.map((all, feature) => {
      const part = all.subarray(0, own.length);
      takeCells(part, columns[feature]!, rows, from);
      return part;
    });
    for (const [segment, rule] of rules.entries()) {
      const chunk = mask.subarray(0, own.length).fill(1);
      for (const condition of rule) strike(chunk, condition, taken[condition.feature]!);
      countNamed(counts[segment]!, chunk, own, segment);
    }
  });
  return counts;
}

/** Adds the customers of a chunk: `mask` is 1 for those whom the rule of the segment names. */
function countNamed(count: Count, mask: Uint8Array, labels: Int32Array, segment: number): void {
  let [hits, named, size] = [0, 0, 0];
  for (let i = 0; i < mask.length; i++) {
    const own = labels[i] === segment ? 1 : 0;
    named += mask[i]!;
    hits += mask[i]! & own;
    size += own;
  }
  count.hits += hits;
  count.named += named;
  count.size += size;
}

function conditionOf(condition: Condition, column: RuleColumn): RuleCondition {
  if (condition.type === "is") {
    const categories = column.type === "text" ? column.categories : [];
    return { column: column.name, type: "is", values: condition.codes.map((code) => categories[code]!) };
  }
  return { column: column.name, type: condition.type, threshold: condition.threshold };
}
