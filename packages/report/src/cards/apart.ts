import type { CategoryProfile, NumericProfile, Segment } from "@kentro/segments";
import { figures, type ShownColumn } from "../columns.ts";
import { toldCategories } from "../disclosure.ts";
import { html, type Markup } from "../markup.ts";
import { counted, listed, percent, range, short } from "../numbers.ts";
import { deviationBar } from "./deviation-bar.ts";

/** How many values of a text column, and how many text columns, a card shows. */
const mostValues = 3;
const mostCategories = 3;

/** Cohen's (1988) small effect: text columns under it do not set a segment apart. */
const small = 0.2;

/** What sets a segment apart: mean, median and middle half beside everybody's mean, and the shares of categories. */
export function apart(segment: Segment, rows: number, columns: readonly ShownColumn[], more: number): Markup {
  const features = columns.filter(({ feature }) => feature);
  const others = columns.filter(({ feature }) => !feature);
  const categories = segment.categories.filter((profile) => toldCategories(profile, rows).length > 0);
  const telling = categories.filter((profile) => effect(profile) >= small).sort((a, b) => effect(b) - effect(a));
  const alike = categories
    .filter((profile) => segment.share < 1 && effect(profile) < small)
    .map(({ column }) => column);
  const told = telling.slice(0, mostCategories);
  const hidden = more + telling.length - told.length;
  return html`<h4>What sets it apart</h4>
<table>
<thead><tr><th scope="col">Grouped by</th><th scope="col" class="mean">Mean</th><th scope="col" class="median">Median <span class="half">middle half</span></th><th scope="col" class="everybody">All</th><td class="bar"></td></tr></thead>
<tbody>
${lines(features, segment)}</tbody>
${others.length > 0 ? html`<tbody>${heading("Other columns")}${lines(others, segment)}</tbody>` : null}
${told.map((profile) => categoryGroup(profile, rows))}
</table>
${alike.length > 0 ? html`<p class="small">${likeEverybodys(alike)}</p>` : null}
${hidden > 0 ? html`<p class="small">${counted(hidden, "more column")} not shown.</p>` : null}`;
}

function heading(text: string): Markup {
  return html`<tr><th class="group" scope="rowgroup" colspan="5">${text}</th></tr>\n`;
}

function lines(columns: readonly ShownColumn[], segment: Segment): Markup[] {
  return columns.map(({ column, everybody }) => {
    const profile = figures(segment.numeric, column);
    const mean = profile === undefined ? "empty" : short(profile.mean);
    const bar = profile === undefined ? null : deviationBar(profile.z, segment.id);
    return html`<tr><th scope="row">${column}</th><td class="mean">${mean}</td><td class="median">${profile === undefined ? null : quartiles(profile)}</td><td class="everybody">${short(everybody)}</td><td class="bar">${bar}</td></tr>\n`;
  });
}

function quartiles({ lower, median, upper }: NumericProfile): Markup {
  return html`${short(median)} <span class="half">${range(lower, upper)}</span>`;
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

function likeEverybodys(columns: readonly string[]): string {
  if (columns.length > mostCategories) return `${counted(columns.length, "text column")}: about as everybody’s.`;
  return `${listed(columns)}: about as everybody’s.`;
}

/** How far the shares of a text column are from everybody's, at most. */
function effect({ shares }: CategoryProfile): number {
  return Math.max(...shares.map(({ effect }) => Math.abs(effect)));
}
