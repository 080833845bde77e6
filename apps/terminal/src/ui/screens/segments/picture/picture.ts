import { type Scatter, type Symbols, scatterChart } from "@kentro/cells";
import { sideTitle } from "../../../columns/log-side.ts";
import { kept } from "../../../kept.ts";
import type { State } from "../../../state/state.ts";
import { drawn } from "../../../text/drawn.ts";
import { cell, type Line, line, span } from "../../../text/line.ts";
import type { Page } from "../pages.ts";
import { seen } from "./points.ts";

/** The scatter under the name of what lies up, or why there is none. */
export function pictureOf(state: State): Page {
  return (width, height) => {
    const what = seen(state);
    if (what.kind === "nothing") return { title: line("Picture"), lines: [[], line(` ${what.why}`)] };
    const { points, x, y, step, log } = what;
    const sampled = step > 1 ? `, one in ${step} customers` : "";
    return {
      title: [span("↑ ", { bold: true }), span(sideTitle(y, log.y)), span(sampled)],
      lines: [
        ...chartOf(points, width - 1, height - 1, state.symbols),
        [cell(`${sideTitle(x, log.x)} →`, width - 1, undefined, "end")],
      ],
    };
  };
}

/** Kept: the points of a large table take longer than all else on the screen. */
const chartOf = kept((points: Scatter, width: number, height: number, symbols: Symbols): readonly Line[] => {
  return drawn(scatterChart(points, { width, height, symbols }));
});
