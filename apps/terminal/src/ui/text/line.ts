import { cellsOf, clipped, visible } from "../../text/visible.ts";

/** How a span looks. Nothing is said by `segment` (a hue) alone. */
export interface Style {
  /** Index of a segment, whose color the text takes. */
  readonly segment?: number;
  readonly bold?: boolean;
  /** What is selected. */
  readonly inverse?: boolean;
  /** For rules and dots that say nothing. */
  readonly faint?: boolean;
  /** A part of a chart, which is left out where there is nobody to see it. */
  readonly picture?: boolean;
  /** Keys, and curves of no segment: beside bold, never instead of it. */
  readonly accent?: boolean;
  /** An error. */
  readonly alarm?: boolean;
}

/** A piece of one line: text without control characters, its width in terminal cells, and its style. */
export interface Span {
  readonly text: string;
  readonly cells: number;
  readonly style: Style;
}

/** One line of the screen. */
export type Line = readonly Span[];

const PLAIN: Style = {};

/** A span of any text: this is where control characters end. */
export function span(text: string, style: Style = PLAIN): Span {
  const shown = visible(text);
  return { text: shown, cells: cellsOf(shown), style };
}

/** A line of one span. */
export function line(text: string, style?: Style): Line {
  return [span(text, style)];
}

/** The width of a line in terminal cells. */
export function widthOf(spans: Line): number {
  return spans.reduce((cells, each) => cells + each.cells, 0);
}

/** Text cut or padded to exactly `width` cells; numbers stand on the right (`end`). */
export function cell(text: string, width: number, style?: Style, align: "start" | "end" = "start"): Span {
  const kept = clipped(visible(text), width);
  const space = " ".repeat(Math.max(0, width - cellsOf(kept)));
  return { text: align === "end" ? space + kept : kept + space, cells: Math.max(0, width), style: style ?? PLAIN };
}

/** A line cut or padded to exactly `width` cells. */
export function fit(spans: Line, width: number): Line {
  const fitted: Span[] = [];
  let left = Math.max(0, width);
  for (const each of spans) {
    if (each.cells > left) {
      const text = clipped(each.text, left);
      const cells = cellsOf(text);
      fitted.push({ ...each, text, cells });
      left -= cells;
      break;
    }
    fitted.push(each);
    left -= each.cells;
  }
  if (left > 0) fitted.push({ text: " ".repeat(left), cells: left, style: PLAIN });
  return fitted;
}

/** Lines cut and padded to a block of exactly `width` by `height` cells. */
export function block(lines: readonly Line[], width: number, height: number): Line[] {
  return Array.from({ length: Math.max(0, height) }, (_, row) => fit(lines[row] ?? [], width));
}

/** Two blocks of the same height side by side, with a rule between them that meets those of titles. */
export function beside(left: readonly Line[], right: readonly Line[]): Line[] {
  return left.map((spans, row) => {
    const others = right[row] ?? [];
    const meets = { left: spans.at(-1)?.text.endsWith("─") ?? false, right: others[0]?.text.startsWith("─") ?? false };
    return [...spans, span(joint(meets, row === 0), { faint: true }), ...others];
  });
}

function joint({ left, right }: { readonly left: boolean; readonly right: boolean }, isTop: boolean): string {
  if (left && right) return isTop ? "┬" : "┼";
  if (isTop) return left ? "┐" : right ? "┌" : "│";
  return left ? "┤" : right ? "├" : "│";
}

/** A rule across `width` cells that carries a title. */
export function rule(title: Line, width: number): Line {
  const faint: Style = { faint: true };
  const named = widthOf(title) === 0 ? [] : [span("─ ", faint), ...title, span(" ")];
  const rest = Math.max(0, width - widthOf(named));
  return fit([...named, { text: "─".repeat(rest), cells: rest, style: faint }], width);
}
