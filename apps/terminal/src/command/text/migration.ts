import type { Migration } from "@kentro/segments";
import { count } from "../../text/number.ts";
import { visible } from "../../text/visible.ts";
import { wrapped } from "../../text/wrapped.ts";
import { matrix } from "./matrix.ts";
import { type Page, paragraphs, shown, strong } from "./page.ts";

const MOST_MOVES = 10;

/** A migration in plain text: what happened in sentences, the matrix, and the first of those who moved. */
export function migrationText({ sentences, before, after, matrix: cells, moves }: Migration, page: Page): string {
  const [first = "", ...others] = sentences.map(visible);
  const rows = before.segments.map(({ letter, name }, row) => ({
    label: shown(name === null ? letter : `${letter} ${name}`),
    cells: (cells[row] ?? []).map(({ customers }) => count(customers)),
  }));
  return paragraphs([
    [
      ...wrapped(first, page.width).map((line) => strong(line, page)),
      ...others.flatMap((sentence) => wrapped(sentence, page.width)),
    ],
    matrix(
      "From, to",
      after.segments.map(({ letter }) => shown(letter)),
      rows,
      page,
    ),
    moveLines(moves, page),
  ]);
}

function moveLines(moves: Migration["moves"], page: Page): string[] {
  if (moves.length === 0) return [];
  const some = moves.slice(0, MOST_MOVES);
  const rows = some.map(({ id, from, to }) => ({ label: shown(String(id)), cells: [from, to].map(shown) }));
  const more = moves.length - some.length;
  return [...matrix("Moved", ["From", "To"], rows, page), ...(more > 0 ? [`and ${count(more)} more`] : [])];
}
