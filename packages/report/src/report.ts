import type { Segmentation, Table } from "@kentro/segments";
import { cards } from "./cards.ts";
import { elbowChart } from "./charts/elbow.ts";
import { segmentMap } from "./charts/map.ts";
import { profileChart } from "./charts/profile.ts";
import { sizesChart } from "./charts/sizes.ts";
import { figures, type ShownColumn, shownColumns } from "./columns.ts";
import { fewest, told } from "./disclosure.ts";
import { html, type Markup, trusted } from "./markup.ts";
import { method } from "./method.ts";
import { dataNotes } from "./notes.ts";
import { amount, count, counted, percent } from "./numbers.ts";
import { page } from "./page.ts";
import { summary } from "./summary.ts";

/** What a report says of itself. */
export interface ReportOptions {
  /** The page's title: "Customer segments of spring.csv". */
  readonly title: string;
  /** The command line that makes the report again. */
  readonly command: string;
}

/**
 * A segmentation as one HTML page for people who were not there: three sentences, the segments as cards, pictures, data
 * notes, method and command. It opens offline, asks the network for nothing, has a light, a dark and a printed look and
 * holds no customer's row; everything from the data is escaped. The same arguments give the same text.
 *
 * @param segmentation the result
 * @param table the table it was made from
 * @returns the whole document
 * @throws ReportError `different-table` when `table` does not fit `segmentation`
 */
export async function report(segmentation: Segmentation, table: Table, options: ReportOptions): Promise<string> {
  const { segments } = segmentation;
  const { shown, more } = shownColumns(segmentation, table);
  const [first, ...further] = summary(segmentation, shown);
  const body = html`<main>
<header>
<h1>${options.title}</h1>
<p class="headline">${first ?? null}</p>
${further.length > 0 ? html`<p class="lead">${further.join(" ")}</p>` : null}
${facts(segmentation)}
</header>
<section aria-labelledby="segments">
<h2 id="segments">The segments</h2>
${cards(segmentation, shown, more)}
</section>
<section aria-labelledby="pictures">
<h2 id="pictures">In pictures</h2>
<div class="figures">
${figure("How large they are", "Customers in each segment.", await sizesChart(segments))}
${await profileFigure(segmentation, shown)}
${await mapFigure(segmentation, table)}
${await elbowFigure(segmentation)}
</div>
</section>
<section aria-labelledby="data">
<h2 id="data">Data notes</h2>
<div class="panel">${dataNotes(segmentation, table)}</div>
</section>
<section aria-labelledby="method">
<h2 id="method">Method</h2>
<div class="panel">${method(segmentation, options.command)}</div>
</section>
</main>
<footer><p>Made by Kentro. No customer’s row is in this page, and it tells nothing of fewer than ${fewest} customers but how many they are.</p></footer>`;
  return page(options.title, body);
}

function facts({ rows, segments, features, silhouette }: Segmentation): Markup {
  const separation =
    silhouette === null ? null : html`<div><dt>mean silhouette</dt><dd>${amount(silhouette)}</dd></div>`;
  return html`<dl class="facts">
<div><dt>customers</dt><dd>${count(rows)}</dd></div>
<div><dt>segments</dt><dd>${segments.length}</dd></div>
<div><dt>columns used</dt><dd>${features.length}</dd></div>
${separation}
</dl>`;
}

function figure(title: string, caption: string, svg: string, wide = false): Markup {
  return html`<figure${wide ? trusted(' class="wide"') : null}>
<figcaption><strong>${title}</strong>${caption}</figcaption>
<div class="scroll chart" tabindex="0" role="group" aria-label="${title}">${trusted(svg)}</div>
</figure>`;
}

async function profileFigure({ segments }: Segmentation, shown: readonly ShownColumn[]): Promise<Markup> {
  const rows = segments.map((segment) => ({
    ...segment,
    cells: shown.map(({ column }) => (told(segment) ? (figures(segment.numeric, column) ?? null) : null)),
  }));
  const svg = await profileChart(
    shown.map(({ column }) => column),
    rows,
  );
  return figure(
    "What they are like",
    "Mean of each column, and how far it lies from everybody’s.",
    svg,
    shown.length > 3,
  );
}

async function mapFigure(segmentation: Segmentation, table: Table): Promise<Markup | null> {
  const map = await segmentMap(segmentation, table);
  if (map === null) return null;
  const { outside, columns } = map;
  const among = segmentation.features.length > 2 ? " the two columns that tell them apart best," : "";
  const beyond =
    outside > 0
      ? ` ${counted(outside, "customer")} (${percent(outside / segmentation.rows)}) far out are beyond the edges.`
      : "";
  const caption = `By${among} ${columns[0]} and ${columns[1]}: each cell has the color of the segment with most customers in it, stronger where there are more.${beyond}`;
  return figure("Where they lie", caption, map.svg);
}

async function elbowFigure({ elbow, k }: Segmentation): Promise<Markup | null> {
  if (elbow === null) return null;
  return figure("How many there are", elbow.reason, await elbowChart(elbow.curve, k));
}
