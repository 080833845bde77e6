import type { Segmentation } from "@kentro/segments";
import { html, type Markup } from "./markup.ts";
import { amount, count, listed } from "./numbers.ts";

const scales: Readonly<Record<Segmentation["scale"], string>> = {
  standard: "each scaled to a mean of 0 and a standard deviation of 1, so that none counts for more by its unit",
  minmax: "each scaled to run from 0 to 1, so that none counts for more by its unit",
  robust: "each scaled by its median and interquartile range, so that outliers do not set the scale",
  none: "in their own units, so that a column with larger numbers counts for more",
};

/** How the segments were found, in a paragraph, and the command that finds them again. */
export function method(segmentation: Segmentation, command: string): Markup {
  const { features, scale, k, elbow, seed } = segmentation;
  const number =
    elbow === null
      ? `The number of segments, ${k}, was given.`
      : `The number of segments, ${k}, was chosen from the data: ${withoutPeriod(elbow.reason)}.`;
  return html`<p>Customers were grouped by ${listed(features)}, ${scales[scale]}, with k-means: each belongs to the segment whose center is nearest. ${number} ${separation(segmentation)} ${resampling(segmentation)} Bars and colors measure from everybody’s mean in standard deviations. The seed was ${seed}: the same table, options and seed give exactly the same segments.</p>
<p>The command that makes this report again:</p>
<pre tabindex="0"><code>${command}</code></pre>`;
}

function separation({ silhouette, silhouetteSampled }: Segmentation): string {
  if (silhouette === null) return "";
  const sample = silhouetteSampled === null ? "" : ` (on a sample of ${count(silhouetteSampled)} customers)`;
  return `The mean silhouette is ${amount(silhouette)}${sample}, where 1 is perfectly separated and 0 not at all.`;
}

function resampling({ stability }: Segmentation): string {
  if (stability === null) return "";
  const { resamples, resampleRows, comparedRows } = stability;
  return `How sure a segment is says its mean Jaccard similarity with its match in ${count(resamples)} resamples of ${count(resampleRows)} customers drawn with replacement, each searched anew and compared on ${count(comparedRows)} customers (Hennig 2007).`;
}

function withoutPeriod(sentence: string): string {
  return sentence.replace(/\.$/, "");
}
