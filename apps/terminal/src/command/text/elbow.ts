import type { FeatureElbow } from "@kentro/segments";
import { numbersOfRow, percent } from "../../text/number.ts";
import { wrapped } from "../../text/wrapped.ts";
import { GAP, type GridColumn, grid, widest } from "./grid.ts";
import { dataNotes, noteLines } from "./notes.ts";
import { bar, type Page, paragraphs, strong } from "./page.ts";

const LONGEST_BAR = 24;
const SHORTEST_BAR = 4;
const MARK = "  elbow";

/** An elbow in plain text: the suggestion and its reason, what is to be known of the data, and the curve. */
export function elbowText(result: FeatureElbow, seed: number, page: Page): string {
  const { elbow, notes, leftOut } = result;
  return paragraphs([
    headline(elbow, page),
    noteLines([...dataNotes(notes, leftOut), ["Seed", String(seed)]], page),
    curveLines(elbow, page),
  ]);
}

// Where there is no elbow, the reason itself begins by saying so.
function headline({ k, reason }: FeatureElbow["elbow"], page: Page): string[] {
  const why = wrapped(reason, page.width);
  if (k !== null) return [strong(`Elbow at k = ${k}.`, page), ...why];
  return why.map((line) => strong(line, page));
}

/** The curve: k with the suggested one marked, inertia, its drop from the k before, silhouette, a bar of inertia. */
function curveLines({ curve, k: suggested }: FeatureElbow["elbow"], page: Page): string[] {
  const inertias = curve.map(({ inertia }) => inertia);
  const largest = inertias.reduce((most, inertia) => Math.max(most, inertia), 0);
  const drops = inertias.map((inertia, index) => {
    const before = inertias[index - 1] ?? 0;
    return before > 0 ? percent((before - inertia) / before) : "-";
  });
  const columns: GridColumn[] = [
    { align: "right", cells: ["k", ...curve.map(({ k }) => (k === suggested ? `> ${k}` : `${k}`))] },
    { align: "right", cells: ["Inertia", ...numbersOfRow(inertias)] },
    { align: "right", cells: ["Drop", ...drops] },
    { align: "right", cells: ["Silhouette", ...curve.map(({ silhouette }) => silhouette?.toFixed(3) ?? "-")] },
  ];
  const used = columns.reduce((cells, column) => cells + widest(column.cells) + GAP.length, 0);
  const room = Math.min(LONGEST_BAR, page.width - used - MARK.length);
  const bars = inertias.map((inertia) => bar(largest === 0 ? 0 : inertia / largest, room, page));
  if (room >= SHORTEST_BAR) columns.push({ align: "left", cells: ["", ...bars] });
  const [heading = "", ...lines] = grid(columns);
  return [
    strong(heading, page),
    ...lines.map((line, index) => (curve[index]?.k === suggested ? strong(line, page) + MARK : line)),
  ];
}
