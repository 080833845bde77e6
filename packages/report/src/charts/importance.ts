import type { Segmentation } from "@kentro/segments";
import { figures, type ShownColumn } from "../columns.ts";
import { told } from "../disclosure.ts";
import { change } from "../numbers.ts";
import type { Chart } from "./chart.ts";
import { grid, isWide, levelOf } from "./grid.ts";

/** Ends of "like everybody", "a little" and "somewhat" above or below the mean of all, as a share of it. */
const ends = [0.05, 0.2, 0.5] as const;

/** How each segment's means compare with everybody's, as a heat map; null for one segment, and where no column allows the comparison. */
export async function importanceChart(
  { segments }: Segmentation,
  shown: readonly ShownColumn[],
): Promise<Chart | null> {
  const importance = (of: Segmentation["segments"][number], column: string) =>
    figures(of.numeric, column)?.importance ?? null;
  const columns = shown
    .map(({ column }) => column)
    .filter((column) => segments.some((of) => told(of) && importance(of, column) !== null));
  if (columns.length === 0 || segments.length < 2) return null;
  const rows = segments.filter(told).map((segment) => ({
    segment,
    cells: columns.map((column) => {
      const ratio = importance(segment, column);
      return ratio === null ? null : { text: change(ratio), level: levelOf(ratio, ends) };
    }),
  }));
  const sentences = rows.map(({ segment, cells }) => {
    const said = cells.flatMap((cell, i) => (cell === null ? [] : [`${columns[i]} ${cell.text}`]));
    return `${segment.letter}, ${segment.name}: ${said.length === 0 ? "not shown" : said.join(", ")}`;
  });
  return {
    name: "relative-importance",
    title: "What matters in each segment",
    caption: "The segment’s mean beside everybody’s, as a percentage more or less.",
    svg: await grid(columns, rows, null, `Mean of each segment against everybody's. ${sentences.join(". ")}.`),
    about: "segments",
    wide: isWide(columns.length),
  };
}
