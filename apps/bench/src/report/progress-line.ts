/** What of stderr the line needs. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** One line on a terminal, written over itself; nothing at all where the stream is no terminal. */
export class ProgressLine {
  readonly #stream: ProgressStream;
  #shown = 0;

  constructor(stream: ProgressStream) {
    this.#stream = stream;
  }

  /** Shows what is being done. */
  at(doing: string): void {
    if (this.#stream.isTTY !== true) return;
    const text = doing.slice(0, (this.#stream.columns ?? 80) - 1);
    this.#stream.write(`\r${text.padEnd(this.#shown)}`);
    this.#shown = text.length;
  }

  /** Leaves the line empty. */
  clear(): void {
    if (this.#shown > 0) this.#stream.write(`\r${" ".repeat(this.#shown)}\r`);
    this.#shown = 0;
  }
}
