import { cellsOf } from "./visible.ts";

/** One column of a grid: its cells from the top down, already visible text, and the side they stand on. */
export interface GridColumn {
  readonly cells: readonly string[];
  readonly align: "left" | "right";
}

/** What stands between two columns of a grid. */
export const GAP = "  ";

/** Columns side by side, padded by terminal cells; no line ends in a space. */
export function grid(columns: readonly GridColumn[]): string[] {
  const padded = columns.map(({ cells, align }) => {
    const width = widest(cells);
    return cells.map((cell) => {
      const space = " ".repeat(width - cellsOf(cell));
      return align === "left" ? cell + space : space + cell;
    });
  });
  const height = columns.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  return Array.from({ length: height }, (_, row) =>
    padded
      .map((cells) => cells[row] ?? "")
      .join(GAP)
      .trimEnd(),
  );
}

/** Cells that the widest of some texts takes. */
export function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, cellsOf(text)), 0);
}

const graphemes = new Intl.Segmenter();

/**
 * Visible text in lines of at most `width` cells, broken between words where that is possible; the second and later
 * lines begin with `indent`.
 */
export function wrapped(text: string, width: number, indent = ""): string[] {
  const lines: string[] = [];
  let line = "";
  let empty = true;
  const next = () => {
    lines.push(line);
    line = indent;
    empty = true;
  };
  for (const word of text.split(" ")) {
    if (!empty && cellsOf(line) + 1 + cellsOf(word) > width) next();
    else if (!empty) line += " ";
    if (cellsOf(line) + cellsOf(word) <= width) line += word;
    else {
      for (const { segment } of graphemes.segment(word)) {
        if (!empty && cellsOf(line) + cellsOf(segment) > width) next();
        line += segment;
        empty = false;
      }
    }
    empty = false;
  }
  return [...lines, line];
}
