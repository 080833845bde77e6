/** A piece of HTML that is safe to put into a page as it is. */
export interface Markup {
  readonly html: string;
}

type Part = Markup | string | number | null | readonly Part[];

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as it may be drawn: control, direction and broken characters, which could garble or end a document, become U+FFFD. */
export function legible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu, "\ufffd");
}

/** Text for an element's content or a quoted attribute. */
export function escapeText(text: string): string {
  return legible(text).replace(/[&<>"']/g, (character) => escapes[character]!);
}

function render(part: Part): string {
  if (part === null) return "";
  if (typeof part === "string" || typeof part === "number") return escapeText(String(part));
  if ("html" in part) return part.html;
  return part.map(render).join("");
}

/** HTML from a template: every value that is not itself Markup is escaped, lists are joined, null is nothing. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { html: strings.map((text, i) => text + (i < parts.length ? render(parts[i]!) : "")).join("") };
}

/** Vouches for HTML that was made and escaped elsewhere: a chart's SVG. */
export function trusted(text: string): Markup {
  return { html: text };
}
