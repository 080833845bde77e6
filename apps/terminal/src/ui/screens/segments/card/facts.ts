import { type RuleCard, type Segment, spendsMuch, type Table } from "@kentro/segments";
import { count, counted, percent, short } from "../../../../text/number.ts";
import type { Result } from "../../../work/protocol.ts";
import { typicalWords } from "./typical.ts";

/** A fact of a segment under a short name. */
export interface Fact {
  readonly label: string;
  readonly text: string;
}

/** What is worth knowing of a segment beside its profile, what was noted by hand first. */
export function factsOf(segment: Segment, { segmentation }: Result, table: Table): readonly Fact[] {
  const { note, size, share, rule } = segment;
  const { rows, stability } = segmentation;
  const typical = typicalWords(segment, segmentation, table);
  return [
    ...(note === null ? [] : [{ label: "Note", text: note }]),
    { label: "Size", text: `${count(size)} of ${counted(rows, "customer")}, ${percent(share)}` },
    ...valueFact(segment, segmentation.value?.column),
    ...(typical === null ? [] : [{ label: "Typical", text: typical }]),
    ...(rule === null ? [] : [{ label: "Rule", text: ruleWords(rule) }]),
    ...sureFact(segment, stability?.resamples),
    ...borderFact(segment),
  ];
}

/** What to do about a segment: each suggestion with what it follows from. */
export function suggestionFacts({ suggestions }: Segment): readonly Fact[] {
  return suggestions.map(({ title, advice, because }) => ({
    label: title,
    text: `${advice}${because.length === 0 ? "" : ` Because of ${because.join("; ")}.`}`,
  }));
}

function valueFact(segment: Segment, column: string | undefined): Fact[] {
  const { value } = segment;
  if (value === null || column === undefined) return [];
  const share = value.share === null ? "" : `${percent(value.share)} of everybody's ${column}: `;
  const much = spendsMuch(segment) ? "; high-spending" : "";
  return [{ label: "Value", text: `${share}${short(value.total)} in all, ${short(value.mean)} a customer${much}` }];
}

function ruleWords({ words, precision, recall, sufficient }: RuleCard): string {
  const right = precision === 1 ? "right for all it names" : `right for ${percent(precision)} of those it names`;
  const finds = recall === 1 ? "finds all of the segment" : `finds ${percent(recall)} of the segment`;
  return `${words} (${right}, ${finds}${sufficient ? "" : "; three thresholds do not do"})`;
}

function sureFact({ stability }: Segment, resamples: number | undefined): Fact[] {
  if (stability === null) return [];
  const again = resamples === undefined ? "" : ` (${counted(resamples, "time")})`;
  const kept = percent(stability.jaccard);
  return [{ label: "Stable", text: `${kept} comes back when customers are drawn again${again}: ${stability.level}` }];
}

function borderFact({ border }: Segment): Fact[] {
  if (border === null) return [];
  const { customers, share } = border;
  const who =
    customers === 0
      ? "nobody is"
      : `${counted(customers, "customer")} (${percent(share)}) ${customers === 1 ? "is" : "are"}`;
  return [{ label: "Border", text: `${who} about as close to another segment` }];
}
