import type { Segment } from "@kentro/segments";
import { html, type Markup } from "../markup.ts";
import { percent } from "../numbers.ts";

/** The rule that picks a segment's customers out, in words, with how well it does, and as SQL for those who ask. */
export function ruleInWords({ rule }: Pick<Segment, "rule">): Markup | null {
  if (rule === null) return null;
  const { words, sql, precision, recall, sufficient } = rule;
  const right = precision === 1 ? "every customer" : `${percent(precision, 0)} of the customers`;
  const finds = recall === 1 ? "all" : percent(recall, 0);
  const does = `right for ${right} it names, and finds ${finds} of the segment.`;
  const verdict = sufficient
    ? `This rule is ${does}`
    : `No rule of three thresholds is good enough for them. The best one is ${does}`;
  return html`<h4>How to recognize them</h4>
<p class="rule">${words}</p>
<p class="small">${verdict}</p>
<details><summary>As SQL</summary><pre tabindex="0"><code>${sql}</code></pre></details>`;
}
