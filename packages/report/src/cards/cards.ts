import { type Segment, type Segmentation, spendsMuch, type Table } from "@kentro/segments";
import type { ShownColumn } from "../columns.ts";
import { fewest, told } from "../disclosure.ts";
import { html, type Markup, trusted } from "../markup.ts";
import { counted, percent } from "../numbers.ts";
import { segmentToneCount } from "../palette.ts";
import { advice } from "./advice.ts";
import { apart } from "./apart.ts";
import { ruleInWords } from "./rule.ts";
import { certainty } from "./sure.ts";
import { typicalCustomers } from "./typical.ts";
import { worth } from "./worth.ts";

/** What cards tell beside the segments. */
export interface CardOptions {
  /** The columns of the tables, and how many further ones there are. */
  readonly shown: readonly ShownColumn[];
  readonly more: number;
  /** The table that typical customers are shown of; null where none may be. */
  readonly customersOf: Table | null;
}

/** The segments as cards, in their order: who they are, what they bring, what to do, and how sure that is. */
export function cards(segmentation: Segmentation, options: CardOptions): Markup {
  return html`<ul class="cards">${segmentation.segments.map((segment) => card(segment, segmentation, options))}</ul>`;
}

function card(segment: Segment, segmentation: Segmentation, { shown, more, customersOf }: CardOptions): Markup {
  const { id, letter, name, note, size, share } = segment;
  const alone = segmentation.segments.length === 1;
  return html`
<li class="card tone-${id % segmentToneCount}">
<header><span class="badge${letter.length > 1 ? trusted(" long") : null}" aria-hidden="true">${letter}</span><div><h3><span class="unseen">Segment ${letter}: </span>${name}</h3><p>${counted(size, "customer")}${alone ? null : `, ${percent(share)} of all`}${told(segment) && spendsMuch(segment) ? html` <strong class="pill">High-spending</strong>` : null}</p></div></header>
${note === null ? null : html`<p class="note"><span class="unseen">Note: </span>${note}</p>`}
${
  told(segment)
    ? html`<div class="about">
<div>${worth(segment, segmentation)}
${apart(segment, segmentation.rows, shown, more)}
</div>
<div>${ruleInWords(segment)}
${advice(segment)}
${certainty(segment)}</div>
</div>
${customersOf === null ? null : typicalCustomers(segment, customersOf, shown)}`
    : html`<p class="small">Too few customers to tell more of them: what fewer than ${fewest} people are like stays out of a report.</p>`
}
</li>`;
}
