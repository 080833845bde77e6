/** The terminal's size in cells. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/**
 * Where things stand. The frame is `width` by `height` cells: header and headline on top, message and footer below,
 * and between them the body of `bodyHeight` lines.
 * `panes` says how a screen divides its body: one pane; two, one above the other, the lower one split; or two columns.
 */
export type Layout =
  | { readonly kind: "sentence"; readonly width: number; readonly height: number }
  | {
      readonly kind: "screen";
      readonly width: number;
      readonly height: number;
      readonly bodyHeight: number;
      readonly panes: "one" | "stacked" | "columns";
    };

/** Content is not drawn wider than this. */
const WIDEST = 180;
const NARROWEST = 28;
const LOWEST = 9;
const LINES_AROUND_BODY = 4;

/** Below this height no line is kept free for messages. */
export const COMFORTABLE = 16;

/** The layout for a terminal. The frame leaves the last row free: Ink flickers when it fills the screen. */
export function layoutOf({ columns, rows }: Size): Layout {
  const width = Math.max(0, Math.min(columns, WIDEST));
  const height = Math.max(0, rows - 1);
  if (width < NARROWEST || height < LOWEST) return { kind: "sentence", width, height };
  const bodyHeight = height - LINES_AROUND_BODY;
  const panes = width >= 110 && bodyHeight >= 20 ? "columns" : width >= 72 && bodyHeight >= 14 ? "stacked" : "one";
  return { kind: "screen", width, height, bodyHeight, panes };
}

/** The lines for what lies over a screen as a whole: help and palette leave only header and footer. */
export function dialogHeight({ height }: Layout): number {
  return Math.max(0, height - 2);
}
