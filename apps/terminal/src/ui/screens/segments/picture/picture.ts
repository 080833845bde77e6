import { scatterChart } from "@kentro/cells";
import type { State } from "../../../state/state.ts";
import { drawn } from "../../../text/drawn.ts";
import { cell, line, span } from "../../../text/line.ts";
import type { Page } from "../pages.ts";
import { seen } from "./points.ts";

/** The scatter under the name of what lies up, or why there is none. */
export function pictureOf(state: State): Page {
  return (width, height) => {
    const what = seen(state);
    if (what.kind === "nothing") return { title: line("Picture"), lines: [[], line(` ${what.why}`)] };
    const { points, x, y, step, log } = what;
    const sampled = step > 1 ? `, one in ${step} customers` : "";
    const frame = { width: width - 1, height: height - 1, symbols: state.symbols };
    return {
      title: [span("↑ ", { bold: true }), span(named(y, log.y)), span(sampled)],
      lines: [...drawn(scatterChart(points, frame)), [cell(`${named(x, log.x)} →`, width - 1, undefined, "end")]],
    };
  };
}

function named(name: string, isLog: boolean): string {
  return isLog ? `${name} (log scale)` : name;
}
