import type { TopLevelSpec } from "vega-lite";

/** A layer of a chart. */
export type Layer = Extract<TopLevelSpec, { layer: unknown }>["layer"][number];

/** A channel whose values are pixels. */
export const pixel = { type: "quantitative", scale: null, axis: null } as const;

/** A channel whose values are colors. */
export const hue = { type: "nominal", scale: null } as const;

/** Text that is centered on its line; the picture's description says for a screen reader what it says. */
export const lettering = { type: "text", aria: false, baseline: "middle" } as const;
