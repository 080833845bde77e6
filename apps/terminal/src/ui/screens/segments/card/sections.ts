import type { Symbols } from "@kentro/cells";
import { wrapped } from "../../../../text/wrapped.ts";
import { cell, type Line, line, span } from "../../../text/line.ts";
import type { Card } from "./card.ts";
import type { Fact } from "./facts.ts";
import { profileLines } from "./profile.ts";

/** A part of a pane, under a title. */
export interface Section {
  readonly title: Line;
  readonly lines: readonly Line[];
}

const LABEL = 8;

/** Who the card is of. */
function cardTitle({ segment: { id, letter, name } }: Card): Line {
  return [span(letter, { segment: id, bold: true }), span(" "), span(name, { bold: true })];
}

/** What sets the segment apart, under its name. */
export function profileSection(card: Card, width: number, symbols: Symbols): Section {
  const { rows, segment } = card;
  const lines =
    rows.length === 0 ? [line(" No columns to compare by.")] : profileLines(rows, segment.id, width, symbols);
  return { title: cardTitle(card), lines };
}

/** The rows of the profile that tell most, as many as given, in their order, and that there are more. */
export function shortProfileSection(card: Card, most: number, width: number, symbols: Symbols): Section {
  const telling = card.rows.toSorted((a, b) => Math.abs(b.away) - Math.abs(a.away)).slice(0, most);
  const shown = card.rows.filter((row) => telling.includes(row));
  const { title, lines } = profileSection({ ...card, rows: shown }, width, symbols);
  return { title, lines: [...lines, line(` and ${card.rows.length - shown.length} more that differ less (Tab)`)] };
}

/** Who they are. */
export function factsSection({ facts, segment }: Card, width: number): Section {
  const lines = facts.flatMap(({ label, text }) =>
    wrapped(text, width - LABEL - 3).map((each, row): Line => {
      return [span(" "), cell(row === 0 ? label : "", LABEL, { bold: true }), span(" "), span(each)];
    }),
  );
  return { title: line(`Who ${segment.letter} are`, { bold: true }), lines };
}

/** What to do about them; null where nothing is suggested. */
export function suggestionsSection({ suggestions, segment }: Card, width: number): Section | null {
  if (suggestions.length === 0) return null;
  const title = line(`What to do about ${segment.letter}`, { bold: true });
  return { title, lines: suggestions.flatMap((each) => suggestionLines(each, width)) };
}

function suggestionLines({ label, text }: Fact, width: number): Line[] {
  return [line(` ${label}`, { bold: true }), ...wrapped(text, width - 4).map((each) => line(`   ${each}`))];
}
