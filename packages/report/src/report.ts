import { isRegrouping, type Segmentation, type Stability, type Table } from "@kentro/segments";
import { cards } from "./cards/cards.ts";
import type { Chart } from "./charts/chart.ts";
import { type ChartOptions, chartsOf } from "./charts/charts.ts";
import { shownColumns } from "./columns.ts";
import { fewest } from "./disclosure.ts";
import { howManyTable } from "./many.ts";
import { html, type Markup, trusted } from "./markup.ts";
import { method } from "./method.ts";
import { dataNotes } from "./notes.ts";
import { count, short } from "./numbers.ts";
import { page } from "./page.ts";
import { summary } from "./summary.ts";

/** What a report says of itself. */
export interface ReportOptions extends ChartOptions {
  /** The page's title: "Customer segments of spring.csv". */
  readonly title: string;
  /** The command line that makes the report again. */
  readonly command: string;
  /** Whether the cells of typical customers may be in it. Default false: no customer's row is. */
  readonly rows?: boolean;
  /** What the data notes begin with, a sentence each: how the table was made, of orders say. */
  readonly notes?: readonly string[];
}

/**
 * A segmentation as one HTML page for people who were not there: three sentences, the segments as cards, pictures, data
 * notes, method and command. It opens offline, asks the network for nothing, has a light, a dark and a printed look and,
 * unless `rows` asks, holds no customer's row; everything from the data is escaped. The same arguments give the same text.
 *
 * @param segmentation the result
 * @param table the table it was made from
 * @returns the whole document
 * @throws ReportError `different-table` when `table` does not fit `segmentation`
 */
export async function report(segmentation: Segmentation, table: Table, options: ReportOptions): Promise<string> {
  const { rows = false, notes = [], title, command } = options;
  const { shown, more } = shownColumns(segmentation, table);
  const pictures = await chartsOf(segmentation, table, shown, options);
  const [first, ...further] = summary(segmentation, shown);
  const body = html`<main>
<header>
<h1>${title}</h1>
<p class="headline">${first ?? null}</p>
${further.map((sentence) => html`<p class="lead">${sentence}</p>\n`)}
${facts(segmentation)}
</header>
<section aria-labelledby="segments">
<h2 id="segments">The segments</h2>
${cards(segmentation, { shown, more, customersOf: rows ? table : null })}
</section>
<section aria-labelledby="pictures">
<h2 id="pictures">What they are like, in pictures</h2>
<div class="figures">
${figures(pictures, "segments")}
</div>
</section>
${certainty(segmentation, pictures)}
<section aria-labelledby="data">
<h2 id="data">Data notes</h2>
<div class="panel">${dataNotes(segmentation, notes)}</div>
</section>
<section aria-labelledby="method">
<h2 id="method">Method</h2>
<div class="panel">${method(segmentation, command)}</div>
</section>
</main>
<footer><p>Made by Kentro. ${rows ? "Cells of typical customers are in this page: take care whom you give it to. It" : "No customer’s row is in this page, and it"} gives no figures of fewer than ${fewest} customers, but how many they are.</p></footer>`;
  return page(title, body);
}

function facts(segmentation: Segmentation): Markup {
  const { rows, segments, features, silhouette, structure, stability, value, edits } = segmentation;
  const fact = (name: string, text: string) => html`<div><dt>${name}</dt><dd>${text}</dd></div>\n`;
  const numbered = (value: number, name: string, names = `${name}s`) => fact(value === 1 ? name : names, count(value));
  return html`<dl class="facts">
${numbered(rows, "customer")}${value === null ? null : fact(value.column, short(value.total))}${numbered(segments.length, "segment")}${numbered(features.length, "column used", "columns used")}${segments.length > 1 ? fact(edits.some(isRegrouping) ? "structure found" : "structure", structure) : null}${stability === null ? null : fact("segments stable", stableOf(stability))}${silhouette === null ? null : fact("mean silhouette", silhouette.toFixed(2))}</dl>`;
}

/** How many of the segments are stable or highly stable. */
function stableOf({ segments }: Stability): string {
  const stable = segments.filter(({ level }) => level === "stable" || level === "highly stable").length;
  return `${count(stable)} of ${count(segments.length)}`;
}

function certainty(segmentation: Segmentation, pictures: readonly Chart[]): Markup | null {
  const drawn = figures(pictures, "certainty");
  const table = howManyTable(segmentation);
  if (drawn.length === 0 && table === null) return null;
  return html`<section aria-labelledby="certainty">
<h2 id="certainty">${segmentation.elbow === null ? "How sure that is" : "How many there are, and how sure that is"}</h2>
<div class="figures">
${table}
${drawn}
</div>
</section>`;
}

/** Wide ones come last: between the others they would leave gaps. */
function figures(pictures: readonly Chart[], about: Chart["about"]): readonly Markup[] {
  const drawn = pictures.filter((chart) => chart.about === about);
  return [...drawn.filter(({ wide }) => !wide), ...drawn.filter(({ wide }) => wide)].map(figure);
}

function figure({ title, caption, svg, wide }: Chart): Markup {
  return html`<figure${wide ? trusted(' class="wide"') : null}>
<figcaption><h3>${title}</h3>${caption}</figcaption>
<div class="scroll chart" tabindex="0" role="group" aria-label="${title}">${trusted(svg)}</div>
</figure>
`;
}
