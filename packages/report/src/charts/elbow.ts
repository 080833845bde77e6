import { type Segmentation, searchedK } from "@kentro/segments";
import type { TopLevelSpec } from "vega-lite";
import { draw } from "../drawing.ts";
import { amount } from "../numbers.ts";
import { muted, paper, segmentTone } from "../palette.ts";
import { axisFormat } from "./axis.ts";
import type { Chart } from "./chart.ts";

type Panel = Extract<TopLevelSpec, { vconcat: unknown }>["vconcat"][number];

type Curve = NonNullable<Segmentation["elbow"]>["curve"];

interface Point {
  readonly k: number;
  readonly value: number;
}

const line = segmentTone(0).light;
const chosen = segmentTone(3).light;
const width = 310;
const height = 120;

/** The elbow curve: inertia over k and, where it was computed, the mean silhouette below it; null where k was given. */
export async function elbowChart(segmentation: Segmentation): Promise<Chart | null> {
  const { elbow } = segmentation;
  if (elbow === null) return null;
  const k = searchedK(segmentation);
  const { curve } = elbow;
  const inertia = curve.map((point) => ({ k: point.k, value: point.inertia }));
  const silhouette = curve.flatMap(({ k, silhouette }) => (silhouette === null ? [] : [{ k, value: silhouette }]));
  const ks = curve.map((point) => point.k);
  const panels = [panel(inertia, ks, k, "Inertia: lower is tighter", "point")];
  if (silhouette.length > 0) panels.push(panel(silhouette, ks, k, "Silhouette: higher is clearer", "bottom"));
  return {
    name: "elbow",
    title: "How the curve runs",
    caption: `Where the curve bends, further segments make little difference. ${elbow.reason}`,
    svg: await draw({ spacing: 24, vconcat: panels }, describe(curve, k)),
    about: "certainty",
    wide: false,
  };
}

function panel(
  points: readonly Point[],
  ks: readonly number[],
  k: number,
  title: string,
  label: "point" | "bottom",
): Panel {
  const values = [...points];
  const at = values.filter((point) => point.k === k);
  const first = Math.min(...ks) - 0.4;
  const last = Math.max(...ks) + 0.4;
  const besides = k > (first + last) / 2 ? "right" : "left";
  const beside = label === "bottom" ? besides : k + 1 >= last ? "center" : "left";
  const most = values.reduce((most, { value }) => Math.max(most, Math.abs(value)), 0);
  return {
    title,
    width,
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
          dy: label === "point" ? -14 : 0,
          dx: { left: 8, center: 0, right: -8 }[beside],
          fontWeight: "bold",
          aria: false,
          text: `k = ${k}`,
        },
        ...(label === "bottom" && { encoding: { y: { value: height - 10 } } }),
      },
    ],
  };
}

function describe(curve: Curve, k: number): string {
  const points = curve.map(({ k, inertia, silhouette }) =>
    silhouette === null
      ? `k ${k}: inertia ${amount(inertia)}`
      : `k ${k}: inertia ${amount(inertia)}, silhouette ${amount(silhouette)}`,
  );
  return `Inertia and silhouette for each number of segments, ${k} marked. ${points.join("; ")}.`;
}
