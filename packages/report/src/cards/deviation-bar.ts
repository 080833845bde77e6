import { html, type Markup } from "../markup.ts";
import { rule, segmentTone } from "../palette.ts";

const width = 60;
const height = 12;
const widest = 2;

/** A small bar from everybody's mean to the segment's: right is above, two standard deviations or more fill the half. */
export function deviationBar(z: number, segment: number): Markup {
  const middle = width / 2;
  const length = Math.round((Math.min(Math.abs(z), widest) / widest) * middle * 10) / 10;
  const start = z < 0 ? middle - length : middle;
  return html`<svg class="chart" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" aria-hidden="true"><rect x="0" y="5" width="${width}" height="2" fill="${rule.light}"/><rect x="${start}" y="1" width="${length}" height="10" fill="${segmentTone(segment).light}"/><rect x="${middle - 0.5}" y="0" width="1" height="${height}" fill="${rule.light}"/></svg>`;
}
