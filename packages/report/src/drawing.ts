import { parse, View, Warn } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { escapeText } from "./markup.ts";
import { ink, muted, paper, rule } from "./palette.ts";

const theme = {
  background: paper.light,
  font: "system-ui, sans-serif",
  padding: 8,
  view: { stroke: null },
  axis: {
    aria: false,
    domainColor: rule.light,
    gridColor: rule.light,
    labelColor: ink.light,
    labelFontSize: 12,
    labelPadding: 6,
    tickColor: rule.light,
    titleColor: muted.light,
    titleFontSize: 12,
    titleFontWeight: "normal",
    titleLimit: 800,
    titlePadding: 10,
  },
  legend: {
    aria: false,
    labelColor: ink.light,
    labelFontSize: 12,
    titleColor: muted.light,
    titleFontSize: 12,
    titleFontWeight: "normal",
    titleLimit: 800,
  },
  title: { limit: 800, anchor: "start", color: ink.light, fontSize: 13, fontWeight: 600, offset: 12 },
  text: { color: ink.light, fontSize: 12 },
} satisfies TopLevelSpec["config"];

/**
 * Draws a vega-lite specification as an SVG document, without DOM or canvas. `description` is what a screen reader says
 * in place of the picture. The data must stand in the specification itself: nothing is fetched.
 */
export async function draw(specification: TopLevelSpec, description: string): Promise<string> {
  const view = new View(parse(compile({ ...specification, config: theme }).spec), { renderer: "none", logLevel: Warn });
  try {
    const svg = await view.toSVG();
    const size = /^<svg [^>]*?(width="[^"]*" height="[^"]*" viewBox="[^"]*")>/.exec(svg);
    if (size === null) throw new Error("Expected vega to write an <svg> with a size.");
    const opening = `<svg xmlns="http://www.w3.org/2000/svg" ${size[1]} role="img" aria-label="${escapeText(description)}">`;
    return opening + svg.slice(size[0].length);
  } finally {
    view.finalize();
  }
}
