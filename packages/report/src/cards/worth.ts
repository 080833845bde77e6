import type { Segment, Segmentation } from "@kentro/segments";
import { html, type Markup } from "../markup.ts";
import { percent, short } from "../numbers.ts";

/** What a segment brings of the value: its total, its share, the mean of a customer, and whether that is much. */
export function worth({ value, share }: Segment, { value: of }: Segmentation): Markup | null {
  if (value === null || of === null) return null;
  const part = value.share === null ? null : html`, ${percent(value.share)} of the total`;
  const times = value.share === null ? null : `${(value.share / share).toFixed(1)} times`;
  return html`<p class="worth"><strong>${short(value.total)}</strong> ${of.column}${part}; ${short(value.mean)} a customer.${
    value.high
      ? html` <strong class="pill">High-spending</strong>${times === null ? null : ` Its share of the total is ${times} its share of the customers.`}`
      : null
  }</p>`;
}
