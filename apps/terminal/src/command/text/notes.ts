import type { DataNotes, FeatureChoice, LeftOut, LeftOutCell, Scale } from "@kentro/segments";
import { count, counted } from "../../text/number.ts";
import { wrapped } from "../../text/wrapped.ts";
import { type Page, shown } from "./page.ts";

/** A thing to know about a result: a short label and a sentence or a list. */
export type Note = readonly [label: string, text: string];

const LABEL_CELLS = 10;
const MOST_COLUMNS = 12;
const MOST_CELLS = 10;

/** Notes as lines: the label, then the text with a hanging indent. */
export function noteLines(notes: readonly Note[], page: Page): string[] {
  const indent = " ".repeat(LABEL_CELLS);
  return notes.flatMap(([label, text]) => wrapped(`${label.padEnd(LABEL_CELLS - 1)} ${text}`, page.width, indent));
}

/** How many rows were read and used, and which cells kept the others from being used. */
export function rowNotes({ rowsRead, rows, leftOut }: { rowsRead: number; rows: number; leftOut: LeftOut }): Note[] {
  if (leftOut.count === 0) return [["Rows", `${counted(rowsRead, "row")} read, all used`]];
  const why = `a missing or unreadable value (${cellList(leftOut)})`;
  return [
    ["Rows", `${counted(rowsRead, "row")} read, ${counted(rows, "row")} used`],
    ["Left out", `${counted(leftOut.count, "row")} with ${why}`],
  ];
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

/** Which columns were clustered by, and on what scale; the seed, where one was drawn from. */
export function featureNote(features: readonly string[], scale: Scale, seed?: number): Note {
  const drawn = seed === undefined ? "" : `, seed ${seed}`;
  return ["Features", `${features.map(listed).join(", ")} (scale ${scale}${drawn})`];
}

/** Which columns were not clustered by, and why. */
export function leftColumnNotes(choice: FeatureChoice): Note[] {
  const left = choice.columns.filter(({ taken }) => !taken);
  const notAsked = left.filter(({ reason }) => reason === "not-asked").map(({ column }) => listed(column));
  const others = left.filter(({ reason }) => reason !== "not-asked").map(({ words }) => shown(words));
  const notes: Note[] = notAsked.length === 0 ? [] : [["Not used", some(notAsked).join(", ")]];
  return [...notes, ...some(others).map((words, index): Note => [index === 0 ? "Columns" : "", words])];
}

// In a list with commas, a name with one in it would pass for two.
function listed(name: string): string {
  return name.includes(",") ? `"${shown(name)}"` : shown(name);
}

function some(texts: readonly string[]): readonly string[] {
  if (texts.length <= MOST_COLUMNS) return texts;
  return [...texts.slice(0, MOST_COLUMNS - 1), `and ${counted(texts.length - MOST_COLUMNS + 1, "more column")}`];
}
