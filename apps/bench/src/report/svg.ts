import { milliseconds } from "./number.ts";
import { type OverviewCell, type OverviewRow, type OverviewTable, overviewOf } from "./overview.ts";
import { timesText } from "./readme.ts";
import type { BenchResult } from "./result.ts";

const WIDTH = 760;
const LEFT = 250;
/** Room to the right of the longest bar, for what is written behind it. */
const RIGHT = 190;
const BAR = 13;
const ROW_GAP = 9;
const HEADING = 34;

/** Colors that stand apart on white and on black, for those with color-blindness too (Okabe and Ito 2008). */
const COLORS = ["#d55e00", "#0072b2", "#009e73", "#cc79a7", "#8c8c8c"];

const STYLE =
  "text{font:12px system-ui,sans-serif;fill:#1f2328}.heading{font-weight:600;font-size:14px}.note{fill:#59636e}" +
  "@media(prefers-color-scheme:dark){text{fill:#f0f6fc}.note{fill:#9198a1}}";

/** Bars begin at this part of Kentro's time: one that is ten times as fast has no length. */
const ORIGIN = 0.1;

/**
 * A result as bars, Kentro and the others for each case. A bar's length is the logarithm of the time as a multiple of
 * Kentro's in the same case, so that all of Kentro's have the same.
 */
export function svgOf(result: BenchResult): string {
  const parts: string[] = [];
  let top = 8;
  for (const table of overviewOf(result)) {
    parts.push(...tableParts(table, top));
    top += heightOf(table);
  }
  const { processor, cores } = result.machine;
  const note = `Milliseconds, and as multiples of Kentro's, which bars show on a logarithmic scale. ${processor}, ${cores} cores, ${result.date.slice(0, 10)}.`;
  parts.push(`<text class="note" x="8" y="${top + 18}">${escaped(note)}</text>`);
  const height = top + 30;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="Kentro beside other k-means">`,
    `<style>${STYLE}</style>`,
    ...parts,
    "</svg>\n",
  ].join("\n");
}

function tableParts({ title, names, rows }: OverviewTable, top: number): readonly string[] {
  const parts = [`<text class="heading" x="8" y="${top + 18}">${escaped(title)}</text>`];
  const most = Math.max(...rows.flatMap(({ cells }) => cells.map((cell) => cell?.times ?? 1)));
  const lengthOf = (times: number): number => {
    return ((WIDTH - LEFT - RIGHT) * Math.log10(Math.max(1, times / ORIGIN))) / Math.log10(most / ORIGIN);
  };
  let y = top + HEADING;
  for (const row of rows) {
    parts.push(`<text x="8" y="${y + BAR - 2}">${escaped(row.title)}</text>`);
    row.cells.forEach((cell, index) => {
      if (cell === null) return;
      parts.push(...barParts(cell, names[index], index, y, lengthOf(cell.times)));
      y += BAR;
    });
    y += ROW_GAP;
  }
  return parts;
}

function barParts({ ms, times }: OverviewCell, name: string, index: number, y: number, length: number): string[] {
  const words = `${name} ${milliseconds(ms)}${index === 0 ? "" : ` (${timesText(times)})`}`;
  const x = LEFT + length + 6;
  return [
    `<rect x="${LEFT}" y="${y}" width="${length.toFixed(1)}" height="${BAR - 2}" rx="2" fill="${COLORS[index % COLORS.length]}"/>`,
    `<text x="${x.toFixed(1)}" y="${y + BAR - 3}">${escaped(words)}</text>`,
  ];
}

function heightOf({ rows }: OverviewTable): number {
  return HEADING + rows.reduce((sum, row) => sum + barsOf(row) * BAR + ROW_GAP, 0) + 8;
}

function barsOf({ cells }: OverviewRow): number {
  return cells.filter((cell) => cell !== null).length;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
