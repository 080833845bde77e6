import type { Segmentation } from "@kentro/segments";
import { html, type Markup } from "./markup.ts";

/**
 * What was read, what was used, what was left out and why, and what is odd: the first sentence as a paragraph, the rest as
 * a list.
 *
 * @param before what is to be said of how the table was made
 */
export function dataNotes({ notes }: Segmentation, before: readonly string[]): Markup {
  const [first, ...others] = notes.sentences;
  const made = before.length === 0 ? "" : "In the table that was made of them: ";
  return html`${before.length === 0 ? null : html`<p>${before.join(" ")}</p>`}
${first === undefined ? null : html`<p>${made}${first}</p>`}
${others.length === 0 ? null : html`<ul>${others.map((sentence) => html`<li>${sentence}</li>\n`)}</ul>`}`;
}
