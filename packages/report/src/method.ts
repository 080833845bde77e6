import { type Edit, isRegrouping, type Segmentation } from "@kentro/segments";
import { html, type Markup } from "./markup.ts";
import { amount, count, listed } from "./numbers.ts";

/** More columns than this are counted: the data notes name them. */
const mostColumns = 8;

/** More edits than this are counted: the command names them. */
const mostEdits = 12;

const scales: Readonly<Record<Segmentation["scale"], string>> = {
  standard: "scaled to a mean of 0 and a standard deviation of 1, so that none counts for more by its unit",
  minmax: "scaled to run from 0 to 1, so that none counts for more by its unit",
  robust: "scaled by median and interquartile range, so that outliers do not set the scale",
  none: "in their own units, so that a column with larger numbers counts for more",
};

/** How the segments were found, in a paragraph, and the command that finds them again. */
export function method(segmentation: Segmentation, command: string): Markup {
  const { features, scale, headline, seed, edits } = segmentation;
  const by = features.length > mostColumns ? `${count(features.length)} columns` : listed(features);
  return html`<p>Customers were grouped with k-means by ${by}, ${scales[scale]}: each belongs to the segment whose center is nearest. ${headline} ${edited(edits)} ${separation(segmentation)} ${resampling(segmentation)} The bars on the cards go from everybody’s mean to the segment’s and end at two standard deviations. The seed was ${seed}: the same table, options and seed give exactly the same segments.</p>
<p>The command that makes this report again:</p>
<pre tabindex="0"><code>${command}</code></pre>`;
}

/** What was done by hand, in its order. */
function edited(edits: readonly Edit[]): string {
  if (edits.length === 0) return "";
  const said = edits.slice(0, mostEdits).map(editWords);
  if (edits.length > mostEdits) said.push(`${count(edits.length - mostEdits)} more`);
  const moving = edits.some(isRegrouping)
    ? " K-means went on from each merge and split, so that everybody is still in the segment whose center is nearest."
    : "";
  return `By hand, in this order: ${said.join("; ")}.${moving}`;
}

function editWords(edit: Edit): string {
  switch (edit.type) {
    case "merge":
      return `${edit.segments.join(" and ")} merged`;
    case "split":
      return `${edit.segment} split`;
    case "rename":
      return `${edit.segment} called “${edit.name.trim()}”`;
    case "note":
      return edit.note.trim() === "" ? `the note on ${edit.segment} taken away` : `a note on ${edit.segment}`;
  }
}

function separation({ silhouette, silhouetteSampled }: Segmentation): string {
  if (silhouette === null) return "";
  const sample = silhouetteSampled === null ? "" : ` (on a sample of ${count(silhouetteSampled)} customers)`;
  return `The mean silhouette is ${amount(silhouette)}${sample}, where 1 is perfectly separated and 0 not at all.`;
}

function resampling({ stability }: Segmentation): string {
  if (stability === null) return "";
  const { resamples, resampleRows, comparedRows } = stability;
  return `The stability of a segment is its mean Jaccard similarity with its match in ${count(resamples)} resamples of ${count(resampleRows)} customers, drawn with replacement, each searched anew and compared on ${count(comparedRows)} customers (Hennig 2007).`;
}
