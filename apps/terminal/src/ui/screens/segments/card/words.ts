import type { Card } from "./card.ts";

/** A card in words alone, a line each: for the clipboard, and for who does not see pictures. */
export function cardWords({ segment, rows, facts, suggestions }: Card): readonly string[] {
  return [
    `${segment.letter} ${segment.name}`,
    ...facts.map(({ label, text }) => `${label}: ${text}.`),
    ...rows.map(({ name, own, all, difference }) => `${name}: ${own} (all customers: ${all}; ${away(difference)}).`),
    ...suggestions.map(({ label, text }) => `To do: ${label}. ${text}`),
  ];
}

/** A difference is in percentage points where it says so, else in standard deviations. */
function away(difference: string): string {
  return difference.endsWith("pp") ? difference : `${difference} sd`;
}
