import { type Candidate, type Segmentation, searchedK } from "@kentro/segments";
import { toldCount } from "./disclosure.ts";
import { html, type Markup } from "./markup.ts";
import { count, short } from "./numbers.ts";

/** Elbow, silhouette and stability side by side for each number of segments, with what each of them votes for. */
export function howManyTable(segmentation: Segmentation): Markup | null {
  const { howMany } = segmentation;
  if (howMany === null) return null;
  const k = searchedK(segmentation);
  const { candidates, votes, suggestion, reason, disagreement, resampling } = howMany;
  const voted = (of: keyof typeof votes, candidate: Candidate) => votes[of] === candidate.k;
  const figure = (text: string, vote: boolean) =>
    vote
      ? html`<td class="vote"><strong>${text}</strong><span class="unseen"> (its vote)</span></td>`
      : html`<td>${text}</td>`;
  const lines = candidates.map((candidate) => {
    const { inertia, silhouette, stability, smallest } = candidate;
    const marks = [
      candidate.k === suggestion ? "suggested" : "",
      candidate.k === k && k !== suggestion ? "shown here" : "",
    ];
    const mark = marks.filter((text) => text !== "").join(", ");
    return html`<tr${candidate.k === k ? html` class="chosen"` : null}><th scope="row">${candidate.k}</th>${figure(short(inertia), voted("elbow", candidate))}${figure(decimals(silhouette), voted("silhouette", candidate))}${figure(decimals(stability), voted("stability", candidate))}<td>${toldCount(smallest)}</td><td class="mark">${mark}</td></tr>\n`;
  });
  return html`<div class="panel many">
<h3>What speaks for how many</h3>
<p>${reason}${disagreement === null ? null : ` ${disagreement}`}</p>
<div class="scroll" tabindex="0" role="group" aria-label="What speaks for how many"><table>
<thead><tr><th scope="col">Segments</th><th scope="col">Inertia</th><th scope="col">Silhouette</th><th scope="col">Stability</th><th scope="col">Smallest</th><td></td></tr></thead>
<tbody>
${lines}</tbody>
</table></div>
<p class="small">Framed figures are votes: ${vote("the elbow", votes.elbow)}, ${vote("the silhouette", votes.silhouette)}, ${vote("stability", votes.stability)}. Stability alone does not speak for groups: two halves of one crowd are stable too.${resampling === null ? null : ` It was found with ${count(resampling.resamples)} resamples of ${count(resampling.resampleRows)} customers for each number.`}</p>
</div>`;
}

function vote(who: string, k: number | null): string {
  return k === null ? `${who} for none` : `${who} for ${k}`;
}

function decimals(value: number | null): string {
  return value === null ? "–" : value.toFixed(2);
}
