import { lineChart, type Symbols } from "@kentro/cells";
import { drawn } from "../../text/drawn.ts";
import { block, type Line, line, rule } from "../../text/line.ts";
import type { Film } from "../../work/film/protocol.ts";

/** The inertia over the iterations, as far as the film has come. Its axes are those of the whole film. */
export function falling(steps: Film["steps"], until: number, symbols: Symbols, width: number, height: number): Line[] {
  const values = steps.map(({ inertia }, index) => (index < Math.max(1, until) ? inertia : null));
  const chart = {
    xs: steps.map((_, index) => index + 1),
    curves: [{ values: until < 1 ? [] : values }],
    selected: until,
    floor: steps.at(-1)?.inertia ?? 0,
  };
  const picture = steps.length === 0 ? [] : drawn(lineChart(chart, { width: width - 1, height: height - 1, symbols }));
  return block([rule(line("Inertia"), width), ...picture], width, height);
}
