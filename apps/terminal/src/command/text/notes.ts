import type { DataNotes, LeftOut, LeftOutCell, Scale } from "@kentro/segments";
import { count, counted } from "../../text/number.ts";
import { wrapped } from "../../text/wrapped.ts";
import { type Page, shown } from "./page.ts";

/** A thing to know about a result: a short label and a sentence or a list. */
export type Note = readonly [label: string, text: string];

const LABEL_CELLS = 10;
const MOST_CELLS = 10;

/** Notes as lines: the label, then the text with a hanging indent. */
export function noteLines(notes: readonly Note[], page: Page): string[] {
  const indent = " ".repeat(LABEL_CELLS);
  return notes.flatMap(([label, text]) => wrapped(`${label.padEnd(LABEL_CELLS - 1)} ${text}`, page.width, indent));
}

/** How many rows were read and used, and which cells kept the others from being used. */
export function rowNotes({ rowsRead, rows, leftOut }: { rowsRead: number; rows: number; leftOut: LeftOut }): Note[] {
  const used = rows === rowsRead ? "all used" : `${count(rows)} used`;
  const read: Note = ["Rows", `${counted(rowsRead, "row")} read, ${used}`];
  if (leftOut.count === 0) return [read];
  const why = `a missing or unreadable value (${cellList(leftOut)})`;
  return [read, ["Left out", `${counted(leftOut.count, "row")} with ${why}`]];
}

function cellWords({ row, column, value }: LeftOutCell): string {
  return `row ${count(row)} ${listed(column)} ${value === "" ? "has no value" : `"${shown(value)}"`}`;
}

/** All that is to be known of the data before anything else, a sentence a note, and the cells that kept rows out. */
export function dataNotes({ sentences }: DataNotes, leftOut: LeftOut): Note[] {
  const said = sentences.map((sentence, index): Note => [index === 0 ? "Data" : "", shown(sentence)]);
  return [...said, ...leftOutNotes(leftOut)];
}

/** The cells that kept rows out. */
export function leftOutNotes(leftOut: LeftOut): Note[] {
  return leftOut.count === 0 ? [] : [["Left out", `${cellList(leftOut)}.`]];
}

function cellList({ cells, cellCount }: LeftOut): string {
  const listed = cells.slice(0, MOST_CELLS).map(cellWords);
  const more = cellCount - listed.length;
  return [...listed, ...(more > 0 ? [`${counted(more, "more value")}`] : [])].join("; ");
}

/** Which columns were clustered by, and on what scale. */
export function featureNote(features: readonly string[], scale: Scale): Note {
  return ["Features", `${features.map(listed).join(", ")} (scale ${scale})`];
}

// In a list with commas, a name with one in it would pass for two.
function listed(name: string): string {
  return name.includes(",") ? `"${shown(name)}"` : shown(name);
}
