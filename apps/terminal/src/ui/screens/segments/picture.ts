import { type Mark, scatterChart } from "@kentro/cells";
import type { State } from "../../state/state.ts";
import { drawn } from "../../text/drawn.ts";
import { block, cell, type Line, line, rule, span } from "../../text/line.ts";
import { axesOf } from "./axes.ts";

/** Above this many rows the picture is drawn from a part of them, and says so. */
const MOST_POINTS = 200_000;

/** The scatter of two columns with its title, or why there is none. */
export function picture(state: State, width: number, height: number): Line[] {
  const { opened, result } = state;
  const axes = axesOf(state);
  if (opened === null || result === null) return block([], width, height);
  const x = axes === null ? undefined : opened.table.columns[axes.x];
  const y = axes === null ? undefined : opened.table.columns[axes.y];
  if (x?.type !== "numeric" || y?.type !== "numeric") {
    return block([rule([], width), line(" One column of numbers: nothing to draw it against.")], width, height);
  }
  const { labels, segments } = result.segmentation;
  const step = Math.ceil(labels.length / MOST_POINTS);
  const marks = segments.flatMap(({ id, letter, means }): Mark[] => {
    // Column names are a stranger's: one may be that of something every object has.
    if (!Object.hasOwn(means, x.name) || !Object.hasOwn(means, y.name)) return [];
    return [{ x: means[x.name]!, y: means[y.name]!, letter, series: id, selected: id === state.segment }];
  });
  const letters = segments.map(({ letter }) => letter);
  const points = { x: x.values, y: y.values, series: labels, letters, marks, step };
  const sampled = step > 1 ? `, every ${step}th customer` : "";
  return block(
    [
      rule([span("↑ ", { bold: true }), span(y.name), span(sampled)], width),
      ...drawn(scatterChart(points, { width: width - 1, height: height - 2, symbols: state.symbols })),
      [cell(`${x.name} →`, width - 1, undefined, "end")],
    ],
    width,
    height,
  );
}
