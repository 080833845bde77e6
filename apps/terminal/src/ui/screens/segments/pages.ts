import { block, type Line, rule, span, widthOf } from "../../text/line.ts";
import type { Section } from "./card/sections.ts";

/** One of the things that a pane shows in turn. The lines under the title may be fewer than there is room for, or more. */
export type Page = (width: number, height: number) => { readonly title: Line; readonly lines: readonly Line[] };

/** A section goes on at the end of a page only with so many of its lines. */
const FEWEST = 3;

/**
 * Sections on pages of `height` lines, titles included. One that fits on a page is not torn apart: where it does not fit on what
 * is left of one, a later one that does comes first. A longer one goes on, with its title again, on the next.
 */
export function pagesOf(sections: readonly Section[], width: number, height: number): readonly Page[] {
  const pages: { title: Line; lines: Line[] }[] = [];
  const roomLeft = (): number => height - (pages.at(-1)?.lines.length ?? height) - 2;
  const waiting = [...sections];
  while (waiting.length > 0) {
    const fitting = waiting.findIndex(({ lines }) => lines.length <= roomLeft());
    const [next] = waiting.splice(Math.max(0, fitting), 1);
    if (next === undefined) break;
    const { title, lines } = next;
    let left = lines;
    while (left.length > 0) {
      const page = pages.at(-1);
      const room = roomLeft();
      const mayFollow = left.length <= room || (lines.length >= height && room >= FEWEST);
      const taken = left.slice(0, Math.max(1, mayFollow ? room : height - 1));
      if (page !== undefined && mayFollow) page.lines.push(rule(title, width), ...taken);
      else pages.push({ title, lines: [...taken] });
      left = left.slice(taken.length);
    }
  }
  return pages.map((page) => () => page);
}

/** The page whose turn it is, in exactly `width` by `height` cells; of several, its place is in its title. */
export function pageBlock(pages: readonly Page[], turn: number, width: number, height: number): Line[] {
  const page = pages[turn % Math.max(1, pages.length)];
  if (page === undefined || height < 1) return block([], width, height);
  const { title, lines } = page(width, height - 1);
  const place = pages.length < 2 ? "" : ` ${(turn % pages.length) + 1}/${pages.length} `;
  const ruled: Line = [
    ...rule(title, width - place.length - 1),
    span(place, { bold: true }),
    span("─", { faint: true }),
  ];
  return block([widthOf(ruled) === width ? ruled : rule(title, width), ...lines], width, height);
}
