import type { CategoryProfile, Segment, Segmentation } from "@kentro/segments";
import { deviationBar } from "./charts/bar.ts";
import { figures, type ShownColumn } from "./columns.ts";
import { fewest, told, toldCategories } from "./disclosure.ts";
import { html, type Markup } from "./markup.ts";
import { amount, counted, percent } from "./numbers.ts";
import { paper, segmentTone } from "./palette.ts";

/** How many values of a text column, and how many text columns, a card shows. */
const mostValues = 4;
const mostCategories = 4;

/** The segments as cards, in their order: who they are, how many, and what they are like beside everybody. */
export function cards({ segments, rows }: Segmentation, columns: readonly ShownColumn[], more: number): Markup {
  return html`<ul class="cards">${segments.map((segment) => card(segment, rows, columns, more))}</ul>`;
}

function card(segment: Segment, rows: number, columns: readonly ShownColumn[], more: number): Markup {
  return html`
<li class="card">
<header>${badge(segment)}<div><h3>${segment.name}</h3><p>${counted(segment.size, "customer")}, ${percent(segment.share)} of all</p></div></header>
${told(segment) ? table(segment, rows, columns, more) : html`<p class="small">Too few customers to tell more of them: what fewer than ${fewest} people are like stays out of a report.</p>`}
</li>`;
}

function badge({ id, letter }: Segment): Markup {
  return html`<svg class="badge chart" width="40" height="40" viewBox="0 0 40 40" role="img" aria-label="Segment ${letter}"><rect width="40" height="40" rx="8" fill="${segmentTone(id).light}"/><text x="20" y="27" text-anchor="middle" font-size="${letter.length > 1 ? 16 : 20}" font-weight="700" fill="${paper.light}">${letter}</text></svg>`;
}

function table(segment: Segment, rows: number, columns: readonly ShownColumn[], more: number): Markup {
  const features = columns.filter(({ feature }) => feature);
  const others = columns.filter(({ feature }) => !feature);
  const categories = segment.categories.filter((profile) => toldCategories(profile, rows).length > 0);
  const hidden = more + Math.max(0, categories.length - mostCategories);
  return html`<table>
<thead><tr><th scope="col">Grouped by (mean)</th><th scope="col" class="mean">Segment</th><th scope="col" class="everybody">All</th><td class="bar"></td></tr></thead>
<tbody>
${lines(features, segment)}</tbody>
${others.length > 0 ? html`<tbody>${heading("Also known (mean)")}${lines(others, segment)}</tbody>` : null}
${categories.slice(0, mostCategories).map((profile) => categoryGroup(profile, rows))}
</table>
${hidden > 0 ? html`<p class="small">${counted(hidden, "more column")} not shown.</p>` : null}`;
}

function heading(text: string): Markup {
  return html`<tr><th class="group" scope="rowgroup" colspan="4">${text}</th></tr>\n`;
}

function lines(columns: readonly ShownColumn[], segment: Segment): Markup[] {
  return columns.map(({ column, everybody }) => {
    const profile = figures(segment.numeric, column);
    const mean = profile === undefined ? "empty" : amount(profile.mean);
    const bar = profile === undefined ? null : deviationBar(profile.z, segment.id);
    return html`<tr><th scope="row">${column}</th><td class="mean">${mean}</td><td class="everybody">${amount(everybody)}</td><td class="bar">${bar}</td></tr>\n`;
  });
}

function categoryGroup(profile: CategoryProfile, rows: number): Markup {
  const shares = toldCategories(profile, rows);
  const largest = [...shares].sort((a, b) => b.share - a.share).slice(0, mostValues);
  const lines = largest.map(
    ({ value, share, overall }) =>
      html`<tr><th scope="row">${value}</th><td class="mean">${percent(share, 0)}</td><td class="everybody">${percent(overall, 0)}</td><td class="bar"></td></tr>\n`,
  );
  const more = profile.shares.length - largest.length;
  const rest = more > 0 ? ` (${counted(more, "other value")} not shown)` : "";
  return html`<tbody>${heading(`${profile.column}${rest}`)}${lines}</tbody>`;
}
