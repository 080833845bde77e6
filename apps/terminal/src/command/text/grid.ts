import { cellsOf } from "../../text/visible.ts";

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
