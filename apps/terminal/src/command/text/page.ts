import { bar as blocks } from "../../text/bar.ts";
import { clipped, visible } from "../../text/visible.ts";

/** What the place where text goes can show. */
export interface Page {
  /** Cells of a line. */
  readonly width: number;
  /** Bars are drawn: somebody looks at it. */
  readonly bars: boolean;
  /** Block characters can be drawn, not only ASCII. */
  readonly blocks: boolean;
  /** Escape codes for bold may be sent. */
  readonly bold: boolean;
}

const LONGEST_NAME = 200;

/** A name or a cell of a stranger's file, fit to be shown. */
export function shown(text: string): string {
  return clipped(visible(text), LONGEST_NAME);
}

/** A line that stands out, where bold can be shown. */
export function strong(line: string, page: Page): string {
  return page.bold ? `\x1b[1m${line}\x1b[22m` : line;
}

/** Paragraphs of lines with an empty line between them; empty ones are left out. */
export function paragraphs(all: readonly (readonly string[])[]): string {
  return all
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join("\n")}\n`)
    .join("\n");
}

/** A bar of `share` (0 to 1) of `width` cells; what is more than nothing shows. */
export function bar(share: number, width: number, page: Page): string {
  if (page.blocks) return blocks(share, width);
  return "#".repeat(share > 0 ? Math.max(1, Math.round(share * width)) : 0);
}
