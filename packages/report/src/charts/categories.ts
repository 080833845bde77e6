import type { CategoryShare, Segment, Segmentation } from "@kentro/segments";
import { told, toldCategories } from "../disclosure.ts";
import { legible } from "../markup.ts";
import { percent } from "../numbers.ts";
import type { Chart } from "./chart.ts";
import { grid, isWide, levelOf } from "./grid.ts";
import { capital } from "./labels.ts";

/** How many text columns get a picture, and how many of their values. */
const mostColumns = 4;
const mostValues = 6;

/** Cohen's (1988) small, medium and large effects. */
const ends = [0.2, 0.5, 0.8] as const;

/** The shares of categories in each segment beside everybody's: a heat map for each of the columns that tell most. */
export async function categoryCharts({ segments, rows }: Segmentation): Promise<readonly Chart[]> {
  const charts: Chart[] = [];
  for (const column of telling(segments)) {
    const values = valuesOf(segments, rows, column);
    if (values.length > 0) charts.push(await categoryChart(segments, column, values, charts.length + 1));
  }
  return charts;
}

async function categoryChart(
  segments: readonly Segment[],
  column: string,
  values: readonly CategoryShare[],
  place: number,
): Promise<Chart> {
  const lines = segments.filter(told).map((segment) => ({
    segment,
    cells: values.map(({ value }) => {
      const found = sharesOf(segment, column).find((each) => each.value === value);
      return found === undefined ? null : { text: percent(found.share, 0), level: levelOf(found.effect, ends) };
    }),
  }));
  const everybody = values.map(({ overall }) => percent(overall, 0));
  const names = values.map(({ value }) => value);
  const said = lines.map(({ segment, cells }) => {
    return `${segment.letter}, ${segment.name}: ${cells.flatMap((cell, i) => (cell === null ? [] : [`${names[i]} ${cell.text}`])).join(", ") || "not shown"}`;
  });
  const all = names.map((name, i) => `${name} ${everybody[i]}`).join(", ");
  return {
    name: `categories-${place}`,
    title: capital(legible(column)),
    caption: "Shares of the customers in each segment, stronger where they differ more from everybody’s.",
    svg: await grid(names, lines, everybody, `Shares of ${column}. All customers: ${all}. ${said.join(". ")}.`),
    about: "segments",
    wide: isWide(values.length),
  };
}

function sharesOf(segment: Segment, column: string): readonly CategoryShare[] {
  return segment.categories.find((profile) => profile.column === column)?.shares ?? [];
}

/** The text columns whose shares differ in a segment, or the one where they differ most: first those with the largest effect. */
function telling(segments: readonly Segment[]): readonly string[] {
  const effects = new Map<string, number>();
  for (const segment of segments.filter(told)) {
    for (const { column, shares } of segment.categories) {
      const effect = shares.reduce((most, share) => Math.max(most, Math.abs(share.effect)), 0);
      effects.set(column, Math.max(effects.get(column) ?? 0, effect));
    }
  }
  return [...effects]
    .sort(([, a], [, b]) => b - a)
    .filter(([, effect], place) => place === 0 || effect >= ends[0])
    .slice(0, mostColumns)
    .map(([column]) => column);
}

/** The values of a column to show, the most frequent first. */
function valuesOf(segments: readonly Segment[], rows: number, column: string): readonly CategoryShare[] {
  const profile = segments.flatMap(({ categories }) => categories).find((each) => each.column === column);
  return profile === undefined ? [] : toldCategories(profile, rows).slice(0, mostValues);
}
