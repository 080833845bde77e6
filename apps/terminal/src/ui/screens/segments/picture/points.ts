import { drawnRow, type Mark, type Scatter } from "@kentro/cells";
import { percent } from "../../../../text/number.ts";
import { logSides } from "../../../columns/log-side.ts";
import { kept } from "../../../kept.ts";
import type { State } from "../../../state/state.ts";
import type { Result } from "../../../work/protocol.ts";
import { sameCurve } from "../../../work/settings.ts";
import { axesOf } from "./axes.ts";

/** Above this many rows the picture is drawn from a part of them, and says so. */
const MOST_POINTS = 50_000;

/** What the picture shows, or why there is none. */
export type Seen =
  | {
      readonly kind: "scatter";
      readonly points: Scatter;
      readonly x: string;
      readonly y: string;
      readonly step: number;
      /** Which sides are in powers of ten. */
      readonly log: NonNullable<Scatter["log"]>;
    }
  | { readonly kind: "nothing"; readonly why: string };

/** What of the state is seen. */
type Shown = Pick<State, "opened" | "result" | "segments" | "segment">;

/** Customers along two columns, or along the two principal components. The same object as long as the same is seen. */
export function seen({ opened, result, segments, segment }: Shown): Seen {
  return seenOf(opened, result, segments, segment);
}

const seenOf = kept((...[opened, result, segments, segment]: Given): Seen => {
  if (result === null) return { kind: "nothing", why: "" };
  const shown: Shown = { opened, result, segments, segment };
  return segments.along === "columns" ? alongColumns(shown, result) : alongComponents(shown, result);
});

type Given = readonly [Shown["opened"], Shown["result"], Shown["segments"], Shown["segment"]];

function alongColumns(state: Shown, result: Result): Seen {
  const axes = axesOf(state);
  const x = axes === null ? undefined : state.opened?.table.columns[axes.x];
  const y = axes === null ? undefined : state.opened?.table.columns[axes.y];
  if (x?.type !== "numeric" || y?.type !== "numeric") {
    return { kind: "nothing", why: "One column of numbers: nothing to draw it against. P draws components." };
  }
  const marks = result.segmentation.segments.flatMap(({ id, letter, means }): Mark[] => {
    // Column names are a stranger's: one may be that of something every object has.
    if (!Object.hasOwn(means, x.name) || !Object.hasOwn(means, y.name)) return [];
    return [{ x: means[x.name]!, y: means[y.name]!, letter, series: id, selected: id === state.segment }];
  });
  return scatter(result, x.values, y.values, marks, x.name, y.name, logSides(state, x.name, y.name));
}

function alongComponents(state: Shown, result: Result): Seen {
  const { components } = state.segments;
  const reply = components?.reply ?? null;
  if (components === null || reply === null || !sameCurve(components.settings, result.settings)) {
    return { kind: "nothing", why: components?.failure ?? "Working out the components ..." };
  }
  const { x, y, explained } = reply;
  const names = [0, 1].map((component) => {
    const share = explained[component];
    return share === undefined ? "nothing: there is one component" : `component ${component + 1} (${percent(share)})`;
  });
  const marks = middles(result, x, y).flatMap((middle, id): Mark[] => {
    const segment = result.segmentation.segments[id];
    return segment === undefined
      ? []
      : [{ ...middle, letter: segment.letter, series: id, selected: id === state.segment }];
  });
  return scatter(result, x, y, marks, names[0]!, names[1]!);
}

/** The middle of each segment, over the customers that are drawn. */
function middles({ segmentation }: Result, x: Float64Array, y: Float64Array): readonly { x: number; y: number }[] {
  const { labels, k } = segmentation;
  const step = stepOf(labels.length);
  const [sizes, across, up] = [new Float64Array(k), new Float64Array(k), new Float64Array(k)];
  const places = Math.ceil(labels.length / step);
  for (let place = 0; place < places; place++) {
    const row = drawnRow(place, step);
    const label = labels[row] ?? -1;
    if (label < 0) continue;
    sizes[label]!++;
    across[label]! += x[row]!;
    up[label]! += y[row]!;
  }
  return Array.from(sizes, (size, id) => ({ x: across[id]! / size, y: up[id]! / size }));
}

function scatter(
  { segmentation }: Result,
  xs: Float64Array,
  ys: Float64Array,
  marks: readonly Mark[],
  x: string,
  y: string,
  log: NonNullable<Scatter["log"]> = { x: false, y: false },
): Seen {
  const { labels, segments } = segmentation;
  const step = stepOf(labels.length);
  const letters = segments.map(({ letter }) => letter);
  return { kind: "scatter", points: { x: xs, y: ys, series: labels, letters, marks, step, log }, x, y, step, log };
}

function stepOf(rows: number): number {
  return Math.ceil(rows / MOST_POINTS);
}
