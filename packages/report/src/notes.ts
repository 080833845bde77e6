import type { Segmentation } from "@kentro/segments";
import { html, type Markup } from "./markup.ts";

/** What was read, what was used, what was left out and why, and what is odd: the first sentence as a paragraph, the rest as a list. */
export function dataNotes({ notes }: Segmentation): Markup {
  const [first, ...others] = notes.sentences;
  return html`${first === undefined ? null : html`<p>${first}</p>`}
${others.length === 0 ? null : html`<ul>${others.map((sentence) => html`<li>${sentence}</li>\n`)}</ul>`}`;
}
