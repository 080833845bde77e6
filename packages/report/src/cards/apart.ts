import type { CategoryProfile, Segment } from "@kentro/segments";
import { figures, type ShownColumn } from "../columns.ts";
import { toldCategories } from "../disclosure.ts";
import { html, type Markup } from "../markup.ts";
import { counted, percent, short } from "../numbers.ts";
import { deviationBar } from "./deviation-bar.ts";

/** How many values of a text column, and how many text columns, a card shows. */
const mostValues = 3;
const mostCategories = 3;

/** What sets a segment apart: mean and median beside everybody's mean, and the shares of categories. */
export function apart(segment: Segment, rows: number, columns: readonly ShownColumn[], more: number): Markup {
  const features = columns.filter(({ feature }) => feature);
  const others = columns.filter(({ feature }) => !feature);
  const categories = segment.categories.filter((profile) => toldCategories(profile, rows).length > 0);
  const told = byEffect(categories).slice(0, mostCategories);
  const hidden = more + categories.length - told.length;
  return html`<h4>What sets it apart</h4>
<table>
<thead><tr><th scope="col">Grouped by</th><th scope="col" class="mean">Mean</th><th scope="col" class="median">Median</th><th scope="col" class="everybody">All</th><td class="bar"></td></tr></thead>
<tbody>
${lines(features, segment)}</tbody>
${others.length > 0 ? html`<tbody>${heading("Also known")}${lines(others, segment)}</tbody>` : null}
${told.map((profile) => categoryGroup(profile, rows))}
</table>
${hidden > 0 ? html`<p class="small">${counted(hidden, "more column")} not shown.</p>` : null}`;
}

function heading(text: string): Markup {
  return html`<tr><th class="group" scope="rowgroup" colspan="5">${text}</th></tr>\n`;
}

function lines(columns: readonly ShownColumn[], segment: Segment): Markup[] {
  return columns.map(({ column, everybody }) => {
    const profile = figures(segment.numeric, column);
    const mean = profile === undefined ? "empty" : short(profile.mean);
    const median = profile === undefined ? "" : short(profile.median);
    const bar = profile === undefined ? null : deviationBar(profile.z, segment.id);
    return html`<tr><th scope="row">${column}</th><td class="mean">${mean}</td><td class="median">${median}</td><td class="everybody">${short(everybody)}</td><td class="bar">${bar}</td></tr>\n`;
  });
}

function categoryGroup(profile: CategoryProfile, rows: number): Markup {
  const shares = toldCategories(profile, rows);
  const largest = [...shares].sort((a, b) => b.share - a.share).slice(0, mostValues);
  const lines = largest.map(
    ({ value, share, overall }) =>
      html`<tr><th scope="row">${value}</th><td class="mean">${percent(share, 0)}</td><td class="median"></td><td class="everybody">${percent(overall, 0)}</td><td class="bar"></td></tr>\n`,
  );
  const more = profile.shares.length - largest.length;
  const rest = more > 0 ? ` (${counted(more, "other value")} not shown)` : "";
  return html`<tbody>${heading(`${profile.column}${rest}`)}${lines}</tbody>`;
}

/** Text columns, first those whose shares differ most from everybody's; equals keep their order. */
function byEffect(categories: readonly CategoryProfile[]): readonly CategoryProfile[] {
  const most = ({ shares }: CategoryProfile) => Math.max(...shares.map(({ effect }) => Math.abs(effect)));
  return categories.toSorted((a, b) => most(b) - most(a));
}
