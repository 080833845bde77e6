import type { Segment, StabilityLevel } from "@kentro/segments";
import { capital } from "../charts/labels.ts";
import { toldCount } from "../disclosure.ts";
import { html, type Markup } from "../markup.ts";
import { percent } from "../numbers.ts";

const meanings: Readonly<Record<StabilityLevel, string>> = {
  "highly stable": "random samples of the customers find it again almost whole",
  stable: "random samples of the customers find most of it again",
  doubtful: "random samples of the customers find only a part of it again: do not rest too much on it",
  unstable: "random samples of the customers find other ones: take it for a convenient cut, not for a group",
};

/** How sure a segment is, and how many of its customers could as well be in another. */
export function certainty({ stability, border }: Pick<Segment, "stability" | "border">): Markup | null {
  if (stability === null && border === null) return null;
  const stable =
    stability === null
      ? null
      : html`<strong>${capital(stability.level)}</strong> (${stability.jaccard.toFixed(2)} of 1): ${meanings[stability.level]}. `;
  return html`<h4>How sure that is</h4>
<p class="sure">${stable}${border === null ? null : onBorder(border)}</p>`;
}

function onBorder({ customers, share }: NonNullable<Segment["border"]>): string {
  if (customers === 0) return "None of its customers is on a border to another segment.";
  const many = toldCount(customers);
  return many === String(customers)
    ? `${many} of its customers (${percent(share, 0)}) are on a border: another segment is about as close.`
    : `${capital(many)} of its customers are on a border: another segment is about as close.`;
}
