/** How much a piece stands out: what is marked before what is plain, and the one thing selected before all. */
export type Tone = "plain" | "marked" | "selected";

/**
 * A piece of a line that looks the same all along. Each UTF-16 unit of its text is one cell of the terminal.
 * Whoever shows it has a color for the series; null is the color of everything else.
 */
export interface Run {
  readonly text: string;
  readonly series: number | null;
  readonly tone: Tone;
}

/** One line of a picture, from the left. */
export type Line = readonly Run[];

/** The lines of a chart, from the top: at most as many and as wide as its frame. */
export type Picture = readonly Line[];

/** A run, plain and of no series unless told otherwise. */
export function run(text: string, series: number | null = null, tone: Tone = "plain"): Run {
  return { text, series, tone };
}

/** The cells of a line from the left, neighbors that look the same joined to runs. */
export function joined(cells: readonly Run[]): Line {
  const runs: Run[] = [];
  for (const cell of cells) {
    const last = runs.at(-1);
    if (last !== undefined && last.series === cell.series && last.tone === cell.tone) {
      runs[runs.length - 1] = run(last.text + cell.text, cell.series, cell.tone);
    } else if (cell.text !== "") runs.push(cell);
  }
  return runs;
}

/** The lines of cells given row by row. */
export function linesOf(cells: readonly Run[], width: number): Line[] {
  return Array.from({ length: cells.length / width }, (_, row) => joined(cells.slice(row * width, (row + 1) * width)));
}

/** The one cell that stands for a letter: its first character, `?` where that is not ASCII and may not fit a cell. */
export function letterCell(letter: string): string {
  return /^[!-~]/.test(letter) ? letter.charAt(0) : "?";
}
