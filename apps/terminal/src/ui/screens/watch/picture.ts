import { type Mark, type Scatter, scatterChart, type Trail } from "@kentro/cells";
import { logSides, sideTitle } from "../../columns/log-side.ts";
import type { State } from "../../state/state.ts";
import { drawn } from "../../text/drawn.ts";
import { block, cell, type Line, rule, span } from "../../text/line.ts";
import type { Film, Places } from "../../work/film/protocol.ts";
import type { FilmStep } from "./steps.ts";

/** The customers and the centroids at a step of the film, with the ways that the centroids have come. */
export function filmPicture(state: Seen, film: Film, step: FilmStep, width: number, height: number): Line[] {
  const { axes, every } = film;
  const log = axes.along === "columns" ? logSides(state, axes.x, axes.y) : LINEAR;
  const frame = { width: width - 1, height: height - 2, symbols: state.symbols };
  const picture = scatterChart({ ...scatterOf(film, step), log }, frame);
  // Nobody belongs to a centroid at the start: points have no color then.
  const uncolored = picture.map((runs) =>
    runs.map((each) => (step.kind === "start" && each.tone === "plain" ? { ...each, series: null } : each)),
  );
  const sampled = every > 1 ? `, one in ${every} customers` : "";
  const up =
    axes.y === null
      ? [span("customers spread out upward")]
      : [span("↑ ", { bold: true }), span(sideTitle(axes.y, log.y))];
  return block(
    [
      rule([...up, span(sampled)], width),
      ...drawn(uncolored),
      [cell(`${sideTitle(axes.x, log.x)} →`, width - 1, undefined, "end")],
    ],
    width,
    height,
  );
}

/** What of the state the picture hangs on. */
type Seen = Pick<State, "opened" | "result" | "symbols">;

const LINEAR = { x: false, y: false };

/**
 * What a step is drawn from: points in the series of the clusters they belong to. Whoever acts stands out: customers that
 * change their cluster, or the centroids.
 */
export function scatterOf(film: Film, step: FilmStep): Scatter {
  const { x, y, clusters } = film;
  const places = placesAt(film, step);
  const marks = clusters.map(({ slot, letter }, cluster): Mark => {
    return { x: places.x[cluster]!, y: places.y[cluster]!, letter, series: slot, selected: step.kind !== "join" };
  });
  if (step.kind === "start") return { x, y, series: new Uint8Array(x.length), letters: ["."], marks };
  const letters: string[] = [];
  for (const { slot, letter } of clusters) letters[slot] = letter;
  return {
    ...{ x, y, series: step.frame.slots, letters: Array.from(letters, (letter) => letter ?? ""), marks },
    trails: trailsOf(film, step),
    highlighted: step.kind === "join" ? step.frame.changed : [],
  };
}

function placesAt({ start }: Film, step: FilmStep): Places {
  return step.kind === "start" ? start : step.kind === "join" ? step.frame.before : step.frame.after;
}

/** The way of each centroid from its start; none for those that have not left it. */
function trailsOf(film: Film, step: FilmStep): Trail[] {
  if (step.kind === "start") return [];
  const before = film.frames.slice(0, step.index).map(({ after }) => after);
  const stops = [film.start, ...before, placesAt(film, step)];
  return film.clusters.flatMap(({ slot }, cluster) => {
    const [xs, ys] = [stops.map(({ x }) => x[cluster]!), stops.map(({ y }) => y[cluster]!)];
    const moved = xs.some((x) => x !== xs[0]) || ys.some((y) => y !== ys[0]);
    return moved ? [{ xs, ys, series: slot }] : [];
  });
}
