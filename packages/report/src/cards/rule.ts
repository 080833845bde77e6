import type { Segment } from "@kentro/segments";
import { html, type Markup } from "../markup.ts";
import { outOf } from "../numbers.ts";

/** The rule that picks a segment's customers out, in words, with how well it does, and as SQL for those who ask. */
export function ruleInWords({ rule }: Pick<Segment, "rule">): Markup | null {
  if (rule === null) return null;
  const { words, sql, precision, recall, sufficient } = rule;
  const right =
    precision === 1 ? "right for every customer it names" : `right for ${outOf(precision)} customers it names`;
  const finds = recall === 1 ? "finds all of the segment" : `finds ${outOf(recall)} of the segment’s customers`;
  const verdict = sufficient
    ? `A simple rule for them: ${right}, and it ${finds}.`
    : `No rule of three thresholds does for them. The best one is ${right}, and it ${finds}.`;
  return html`<h4>How to recognize them</h4>
<p class="rule">${words}</p>
<p class="small">${verdict}</p>
<details><summary>As SQL</summary><pre tabindex="0"><code>${sql}</code></pre></details>`;
}
