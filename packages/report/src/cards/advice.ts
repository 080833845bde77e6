import type { Segment } from "@kentro/segments";
import { html, type Markup } from "../markup.ts";
import { listed } from "../numbers.ts";

/** What to do with a segment, each suggestion with the traits that it follows from. */
export function advice({ suggestions }: Pick<Segment, "suggestions">): Markup | null {
  if (suggestions.length === 0) return null;
  return html`<h4>What to do</h4>
<ul class="advice">${suggestions.map(
    ({ title, advice, because }) =>
      html`<li><strong>${title}.</strong> ${advice}${because.length === 0 ? null : html` <span class="because">Because of ${listed(because)}.</span>`}</li>`,
  )}</ul>`;
}
