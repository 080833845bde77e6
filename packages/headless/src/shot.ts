import type { IBufferCell, IBufferLine, Terminal } from "@xterm/headless";

/** Cells beside each other that look alike. Colors are as in CSS, null the terminal's own. */
export interface ShotSpan {
  /** Its first cell, counted from 0. */
  readonly column: number;
  /** The cells that it takes: wide characters take two. */
  readonly cells: number;
  readonly text: string;
  readonly ink: string | null;
  readonly paper: string | null;
  readonly inverse: boolean;
  readonly bold: boolean;
}

/** What a terminal shows at one moment. */
export interface Shot {
  readonly columns: number;
  /** The lines from the top. */
  readonly lines: readonly (readonly ShotSpan[])[];
}

/** What is seen now. */
export function shotOf(terminal: Terminal): Shot {
  const { active } = terminal.buffer;
  const lines = Array.from({ length: terminal.rows }, (_, row) => {
    const line = active.getLine(active.baseY + row);
    return line === undefined ? [] : spansOf(line, terminal.cols);
  });
  return { columns: terminal.cols, lines };
}

function spansOf(line: IBufferLine, columns: number): ShotSpan[] {
  const spans: ShotSpan[] = [];
  for (let column = 0; column < columns; column++) {
    const cell = line.getCell(column);
    // The second half of a wide character is a cell of no width.
    if (cell === undefined || cell.getWidth() === 0) continue;
    const next = spanOf(cell, column);
    const last = spans.at(-1);
    if (last !== undefined && isAlike(last, next)) {
      spans[spans.length - 1] = { ...last, text: last.text + next.text, cells: last.cells + next.cells };
    } else spans.push(next);
  }
  return spans;
}

function spanOf(cell: IBufferCell, column: number): ShotSpan {
  return {
    ...{ column, cells: cell.getWidth(), text: cell.getChars() || " " },
    ink: cell.isFgDefault() ? null : colorOf(cell.getFgColor(), cell.isFgRGB()),
    paper: cell.isBgDefault() ? null : colorOf(cell.getBgColor(), cell.isBgRGB()),
    ...{ inverse: cell.isInverse() !== 0, bold: cell.isBold() !== 0 },
  };
}

function isAlike(a: ShotSpan, b: ShotSpan): boolean {
  return a.ink === b.ink && a.paper === b.paper && a.inverse === b.inverse && a.bold === b.bold;
}

const ANSI = [
  ...["#1d1f24", "#e06c75", "#98c379", "#e5c07b", "#61afef", "#c678dd", "#56b6c2", "#d8dbe2"],
  ...["#7f848e", "#ef8a92", "#b1d796", "#f0d399", "#82c2f7", "#d79ae8", "#7fcbd5", "#ffffff"],
];

/** A color of the palette of 256, or one of sixteen million, in CSS. */
function colorOf(color: number, isRgb: boolean): string {
  if (isRgb) return hex([color >> 16, (color >> 8) & 255, color & 255]);
  const named = ANSI[color];
  if (named !== undefined) return named;
  if (color >= 232) return hex(Array<number>(3).fill(8 + 10 * (color - 232)));
  const level = (step: number): number => (step === 0 ? 0 : 55 + 40 * step);
  const cube = color - 16;
  return hex([Math.floor(cube / 36), Math.floor(cube / 6) % 6, cube % 6].map(level));
}

function hex(channels: readonly number[]): string {
  return `#${channels.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}
