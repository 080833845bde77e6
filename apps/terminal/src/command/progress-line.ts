import type { SegmentProgress } from "@kentro/segments";
import { counted } from "../text/number.ts";
import { cellsOf, clipped, visible } from "../text/visible.ts";

/** What a command is doing. */
export type Doing =
  | { readonly what: "reading"; readonly rows: number }
  | { readonly what: "computing"; readonly progress: SegmentProgress }
  | { readonly what: "writing"; readonly file: string };

/** What of stderr the line needs. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const FIRST_AFTER_MS = 300;
const AT_MOST_EVERY_MS = 100;
/** The `^C` that a terminal itself writes where the cursor stands. */
const ECHOED_CELLS = 2;

/**
 * One line on a terminal, written over itself at most ten times a second and gone when the work is done. It needs no
 * escape codes. Work that ends within 0.3 seconds never shows it.
 */
export class ProgressLine {
  readonly #stream: ProgressStream;
  readonly #now: () => number;
  readonly #startedAt: number;
  readonly #ticking: NodeJS.Timeout | undefined;
  #doing: Doing | null = null;
  #shownAt: number;
  #shownCells = 0;

  /** Writes nothing at all where `stream` is no terminal or `quiet` is true. `now` is a clock in milliseconds. */
  constructor(stream: ProgressStream, quiet: boolean, now: () => number = () => performance.now()) {
    this.#stream = stream;
    this.#now = now;
    this.#startedAt = now();
    this.#shownAt = this.#startedAt + FIRST_AFTER_MS - AT_MOST_EVERY_MS;
    if (!quiet && stream.isTTY) this.#ticking = setInterval(() => this.#show(), AT_MOST_EVERY_MS).unref();
  }

  /** Takes note of what is being done, and shows it if it is time. */
  at(doing: Doing): void {
    this.#doing = doing;
    this.#show();
  }

  /** Stops, and leaves the line empty with the cursor at its start. */
  end(): void {
    clearInterval(this.#ticking);
    this.#doing = null;
    const cells = Math.min(this.#shownCells + ECHOED_CELLS, this.#cells());
    if (this.#shownCells > 0) this.#stream.write(`\r${" ".repeat(cells)}\r`);
    this.#shownCells = 0;
  }

  #show(): void {
    const now = this.#now();
    if (this.#ticking === undefined || this.#doing === null || now - this.#shownAt < AT_MOST_EVERY_MS) return;
    const text = clipped(progressText(this.#doing, now - this.#startedAt), this.#cells());
    this.#stream.write(`\r${text}${" ".repeat(Math.max(0, this.#shownCells - cellsOf(text)))}`);
    this.#shownCells = cellsOf(text);
    this.#shownAt = now;
  }

  // A line that is full would move the cursor to the next. A terminal that does not know its width says 0.
  #cells(): number {
    return (this.#stream.columns || 80) - 1;
  }
}

/** What is being done, in words, with the time since the start: `k=5  restart 3/10  iteration 17  42 %  2.1 s`. */
export function progressText(doing: Doing, elapsedMs: number): string {
  return [...partsOf(doing), `${(elapsedMs / 1000).toFixed(1)} s`].join("  ");
}

function partsOf(doing: Doing): string[] {
  switch (doing.what) {
    case "reading":
      return doing.rows === 0 ? ["reading"] : ["reading", counted(doing.rows, "row")];
    case "writing":
      return ["writing", visible(doing.file)];
    case "computing": {
      const { stage, k, restart, restarts, iteration, fraction } = doing.progress;
      const parts: string[] = [];
      if (k !== undefined) parts.push(`k=${k}`);
      if (stage !== "iterating") parts.push(stage);
      if (restart !== undefined) parts.push(`restart ${restart}${restarts === undefined ? "" : `/${restarts}`}`);
      if (iteration !== undefined) parts.push(`iteration ${iteration}`);
      if (fraction !== null) parts.push(`${Math.floor(fraction * 100)} %`);
      return parts;
    }
  }
}
