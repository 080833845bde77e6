import type { TopLevelSpec } from "vega-lite";
import { draw } from "../drawing.ts";
import { amount } from "../numbers.ts";
import { muted, paper, segmentTones } from "../palette.ts";
import { axisFormat } from "./axis.ts";

type Panel = Extract<TopLevelSpec, { vconcat: unknown }>["vconcat"][number];

/** What the chart needs of an Elbow of @kentro/core. */
export interface ElbowCurve {
  readonly curve: readonly { readonly k: number; readonly inertia: number; readonly silhouette: number | null }[];
  readonly k: number | null;
}

interface Point {
  readonly k: number;
  readonly value: number;
}

const line = segmentTones[0]?.light as string;
const chosen = segmentTones[3]?.light as string;
const height = 160;

/**
 * The elbow curve as an SVG document: inertia over k and, where it was computed, the mean silhouette below it.
 *
 * @param elbow the curve, at least one point
 * @param k the number of segments to mark on both; default: the elbow's own suggestion, none where it has none
 */
export async function elbowChart(elbow: ElbowCurve, k: number | null = elbow.k): Promise<string> {
  const inertia = elbow.curve.map((point) => ({ k: point.k, value: point.inertia }));
  const silhouette = elbow.curve.flatMap(({ k, silhouette }) =>
    silhouette === null ? [] : [{ k, value: silhouette }],
  );
  const ks = elbow.curve.map((point) => point.k);
  const panels = [panel(inertia, ks, k, "Spread within the segments (inertia): lower is tighter")];
  if (silhouette.length > 0) {
    panels.push(panel(silhouette, ks, k, "Separation of the segments (silhouette): higher is clearer"));
  }
  return await draw({ spacing: 24, vconcat: panels }, describe(elbow, k));
}

function panel(points: readonly Point[], ks: readonly number[], k: number | null, title: string): Panel {
  const values = [...points];
  const at = values.filter((point) => point.k === k);
  const first = Math.min(...ks) - 0.4;
  const last = Math.max(...ks) + 0.4;
  const beside = (k ?? 0) > (first + last) / 2 ? "right" : "left";
  const most = values.reduce((most, { value }) => Math.max(most, Math.abs(value)), 0);
  return {
    title,
    width: 440,
    height,
    data: { values },
    encoding: {
      x: {
        field: "k",
        type: "quantitative",
        title: "Number of segments (k)",
        scale: { domain: [first, last], nice: false },
        axis: { values: [...ks], format: "d", grid: false, labelOverlap: true },
      },
      y: {
        field: "value",
        type: "quantitative",
        title: null,
        axis: { ...axisFormat(most), tickCount: 4, domain: false, ticks: false, minExtent: 40 },
      },
    },
    layer: [
      {
        data: { values: at },
        mark: { type: "rule", color: muted.light, strokeDash: [3, 3], aria: false, y: 0, y2: height },
      },
      { mark: { type: "line", color: line, strokeWidth: 2, aria: false } },
      { mark: { type: "point", color: line, fill: paper.light, size: 44, strokeWidth: 2, opacity: 1, aria: false } },
      {
        data: { values: at },
        mark: { type: "point", color: chosen, fill: chosen, size: 110, opacity: 1, aria: false },
      },
      {
        data: { values: at },
        mark: {
          type: "text",
          align: beside,
          dx: beside === "left" ? 8 : -8,
          fontWeight: "bold",
          aria: false,
          text: `k = ${k}`,
        },
        encoding: { y: { value: height - 10 } },
      },
    ],
  };
}

function describe(elbow: ElbowCurve, k: number | null): string {
  const points = elbow.curve.map(({ k, inertia, silhouette }) =>
    silhouette === null
      ? `k ${k}: inertia ${amount(inertia)}`
      : `k ${k}: inertia ${amount(inertia)}, silhouette ${amount(silhouette)}`,
  );
  return `Inertia and silhouette for each number of segments${k === null ? "" : `, ${k} marked`}. ${points.join("; ")}.`;
}
