/** Why text is not CSV: a quote never closed, or text between a closing quote and the next delimiter. */
export type QuoteFault = "unclosed" | "after-quote";

export type LineEnd = "\n" | "\r\n" | "\r";

/**
 * Splits CSV text, pushed in pieces of any size, into records, by the rules of DuckDB's strict reader:
 * a quote opens a cell only as its first character (one space before it is dropped, as are those after the closing one),
 * "" inside stands for one quote, and \n, \r\n and \r each end a record.
 */
export class CsvRecords {
  /** Set when `push` or `end` returned false for this reason. */
  fault: QuoteFault | null = null;
  /** The kinds of line ends met so far outside quotes. */
  readonly lineEnds: Set<LineEnd> = new Set();
  /** Whether a quote stands inside a cell that is not quoted: a sign of another delimiter. */
  strayQuote = false;
  readonly #delimiter: string;
  readonly #onRecord: (cells: readonly string[], blank: boolean) => boolean;
  #cells: string[] = [];
  #cell = "";
  // "closing": the last character was a quote inside a quoted cell, the end of it or the first of a pair
  #state: "start" | "spaced" | "plain" | "quoted" | "closing" | "closed" = "start";
  #afterReturn = false;
  #quoted = false; // some cell of the record is

  /** `onRecord` gets each record, `blank` for an empty line (whose only cell is ""), and returns false to stop. */
  constructor(delimiter: string, onRecord: (cells: readonly string[], blank: boolean) => boolean) {
    this.#delimiter = delimiter;
    this.#onRecord = onRecord;
  }

  /** Characters held of the record that has not ended yet. */
  get pending(): number {
    let characters = this.#cell.length;
    for (const cell of this.#cells) characters += cell.length + 1;
    return characters;
  }

  /** Takes more text; false when a record was refused or the text is not CSV. */
  push(text: string): boolean {
    let from = 0; // text[from..at) belongs to the cell and is not copied yet
    for (let at = 0; at < text.length; at++) {
      if (this.#state === "quoted") {
        const quote = text.indexOf('"', at);
        if (quote < 0) break;
        this.#cell += text.slice(from, quote);
        this.#state = "closing";
        at = quote;
        from = quote + 1;
        continue;
      }
      const character = text[at];
      if (this.#afterReturn) {
        this.#afterReturn = false;
        this.lineEnds.add(character === "\n" ? "\r\n" : "\r");
        if (character === "\n") {
          from = at + 1;
          continue;
        }
      }
      if (this.#state === "closing") {
        this.#state = character === '"' ? "quoted" : "closed";
        if (character === '"') continue; // the second quote of the pair is the one kept: it stands at `from`
      }
      if (character === this.#delimiter || character === "\n" || character === "\r") {
        this.#endCell(text.slice(from, at));
        from = at + 1;
        if (character !== this.#delimiter && !this.#endRecord(character === "\r")) return false;
      } else if (this.#state === "closed") {
        from = at + 1;
        if (character !== " ") {
          this.fault = "after-quote";
          return false;
        }
      } else if (this.#state === "plain") {
        if (character === '"') this.strayQuote = true;
      } else {
        if (character === '"') {
          this.#cell = "";
          this.#state = "quoted";
          this.#quoted = true;
          from = at + 1;
        } else this.#state = character === " " && this.#state === "start" ? "spaced" : "plain";
      }
    }
    this.#cell += text.slice(from);
    return true;
  }

  /** Ends the text; false when the last record was refused or lacks its closing quote. */
  end(): boolean {
    if (this.#state === "quoted") {
      this.fault = "unclosed";
      return false;
    }
    if (this.#afterReturn) this.lineEnds.add("\r");
    const ended = this.#state === "start" && this.#cell === "" && this.#cells.length === 0;
    if (ended) return true;
    this.#endCell("");
    return this.#report();
  }

  #endCell(rest: string): void {
    this.#cells.push(this.#cell + rest);
    this.#cell = "";
    this.#state = "start";
  }

  #endRecord(byReturn: boolean): boolean {
    this.#afterReturn = byReturn;
    if (!byReturn) this.lineEnds.add("\n");
    return this.#report();
  }

  #report(): boolean {
    const cells = this.#cells;
    const blank = cells.length === 1 && cells[0] === "" && !this.#quoted;
    this.#cells = [];
    this.#quoted = false;
    return this.#onRecord(cells, blank);
  }
}
