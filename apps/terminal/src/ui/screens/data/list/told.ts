import { counted } from "../../../../text/number.ts";
import { type Line, span } from "../../../text/line.ts";
import type { ColumnFacts } from "../../../work/protocol.ts";
import type { Described, Treatment } from "../asked/taken.ts";
import { doneTo, fateText } from "../asked/words.ts";
import { distinctText, medianText, missingText, typeText, valueText, withoutValue } from "./cells.ts";

/** A column as words, for who hears it: the most telling first. */
export function toldColumn(
  described: Described,
  rows: number,
  treatment: Treatment,
  { isSelected, isPending }: { readonly isSelected: boolean; readonly isPending: boolean },
): Line {
  const { column, facts } = described;
  const done = doneTo(treatment);
  const words = [
    `${column.name}: ${fateText(treatment)}`,
    ...(isPending ? ["waits for r"] : []),
    ...(done === "" ? [] : [done]),
    ...valueWords(facts),
    ...(withoutValue(described) === 0 ? [] : [`${missingText(described, rows)} missing`]),
  ];
  return [span(`${isSelected ? "▸" : " "} ${words.join(", ")}`, { inverse: isSelected })];
}

function valueWords(facts: ColumnFacts): string[] {
  if (facts.type === "identifier") return ["text, too many values to hold"];
  if (facts.type === "text") return [counted(facts.distinct, "text")];
  if (facts.distinct === 0) return [`${typeText(facts.type)} without values`];
  const range = `${valueText(facts.type, facts.low)} to ${valueText(facts.type, facts.high)}`;
  return [
    `${typeText(facts.type)} from ${range}`,
    `median ${medianText(facts)}`,
    `${distinctText(facts, "over ")} different`,
  ];
}
