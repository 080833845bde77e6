import { type Segment, type Segmentation, spendsMuch } from "@kentro/segments";
import { html, type Markup } from "../markup.ts";
import { percent, short } from "../numbers.ts";

/** What a segment brings of the value: its share, its total, the mean of a customer and, where that is much, how much. */
export function worth(segment: Segment, { value: of }: Segmentation): Markup | null {
  const { value, share } = segment;
  if (value === null || of === null) return null;
  const figures = `${short(value.total)} in all, ${short(value.mean)} a customer.`;
  if (value.share === null) return html`<p class="worth"><strong>${of.column}</strong>: ${figures}</p>`;
  const times = spendsMuch(segment) ? ` That is ${(value.share / share).toFixed(1)} times its share of customers.` : "";
  return html`<p class="worth"><strong>${percent(value.share)}</strong> of ${of.column}: ${figures}${times}</p>`;
}
