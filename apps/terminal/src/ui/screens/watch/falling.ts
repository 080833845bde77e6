import { lineChart, type Symbols } from "@kentro/cells";
import { drawn, NO_SEGMENT } from "../../text/drawn.ts";
import { block, type Line, line, rule } from "../../text/line.ts";
import type { Film } from "../../work/film/protocol.ts";

/** The inertia over the iterations, as far as the film has come. Its axes are those of the whole film. */
export function falling(steps: Film["steps"], until: number, symbols: Symbols, width: number, height: number): Line[] {
  const title = rule(line("Inertia"), width);
  if (until < 1)
    return block([title, line(" not known before customers"), line(" have joined a centroid")], width, height);
  const chart = {
    xs: steps.map((_, index) => index + 1),
    curves: [{ values: steps.map(({ inertia }, index) => (index < until ? inertia : null)), series: NO_SEGMENT }],
    selected: until,
    floor: steps.at(-1)?.inertia ?? 0,
  };
  const picture = drawn(lineChart(chart, { width: width - 1, height: height - 1, symbols }));
  return block([title, ...picture], width, height);
}
