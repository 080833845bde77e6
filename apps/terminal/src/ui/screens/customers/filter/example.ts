import type { State } from "../../../state/state.ts";
import type { ColumnFacts } from "../../../work/protocol.ts";
import { type Asked, type Condition, filterText } from "./condition.ts";

/** Digits of a number in an example, and the characters of the longest text in one. */
const DIGITS = 2;
const LONGEST = 20;

/** Conditions such as hold for some of the customers at hand, as they can be typed: `segment=A income>50 city=Rome`. */
export function exampleFilter({ opened, result, segment }: State): string {
  const letter = result?.segmentation.segments[segment]?.letter ?? "A";
  const features = result?.segmentation.features ?? [];
  const facts = opened?.facts ?? [];
  const about = (opened?.table.columns ?? []).map(({ name }, index) => ({ column: name, facts: facts[index] }));
  const numbers = about.filter(({ column }) => features.includes(column)).flatMap(overMedian);
  const texts = about.flatMap(mostFrequent);
  const ofSegment: Condition = { of: "segment", operator: "=", value: letter };
  return filterText([ofSegment, ...numbers.slice(0, 1), ...texts.slice(0, 1)]);
}

interface About {
  readonly column: string;
  readonly facts: ColumnFacts | undefined;
}

function overMedian({ column, facts }: About): Condition[] {
  if (facts?.type !== "numeric" || Number.isNaN(facts.median)) return [];
  return [{ of: asked(column), operator: ">", value: String(Number(facts.median.toPrecision(DIGITS))) }];
}

function mostFrequent({ column, facts }: About): Condition[] {
  const [most] = facts?.type === "text" ? facts.top : [];
  if (most === undefined || most.count < 2 || most.value.length > LONGEST) return [];
  return [{ of: asked(column), operator: "=", value: most.value }];
}

function asked(column: string): Asked {
  return { column };
}
