/** Every way in which Kentro refuses its input or fails; codes are stable, messages are for people. */
export type KentroErrorCode =
  /** Points, labels or a model are of a kind that is not accepted. */
  | "INVALID_INPUT"
  /** There are no rows, or no columns. */
  | "EMPTY"
  /** A row has another number of columns than the first. */
  | "RAGGED"
  /** A value is NaN, infinite, or not a number. */
  | "NOT_FINITE"
  /** Finite values whose squared distances overflow or vanish (or, for a float32 model, values beyond float32). */
  | "OUT_OF_RANGE"
  /** `k` is not an integer of at least 1. */
  | "INVALID_K"
  /** There are fewer distinct rows than clusters asked for. */
  | "TOO_FEW_DISTINCT_ROWS"
  /** Any other option is not what it may be. */
  | "INVALID_OPTION"
  /** Weights are of the wrong length, negative, not finite, or all zero. */
  | "INVALID_WEIGHTS"
  /** Labels are of the wrong length, not integers, or name fewer than two clusters. */
  | "INVALID_LABELS"
  /** Points have another number of columns than the model or the given centroids. */
  | "COLUMN_MISMATCH"
  /** A model file is not one of ours, or is damaged. */
  | "INVALID_MODEL"
  /** A model file was written by a newer version. */
  | "NEWER_MODEL"
  /** The work needs more than the 4 GiB of memory that WebAssembly has. */
  | "TOO_LARGE"
  /** A worker thread died before the work was done. */
  | "WORKER_FAILED";

/** The one error that Kentro throws on bad input. */
export class KentroError extends Error {
  override readonly name: string = "KentroError";

  /** Which rule was broken: stable between versions. */
  readonly code: KentroErrorCode;

  /** Row at fault, counted from 0, where there is one. */
  readonly row: number | undefined;

  /** Column at fault, counted from 0, where there is one. */
  readonly column: number | undefined;

  constructor(code: KentroErrorCode, message: string, at: { row?: number; column?: number; cause?: unknown } = {}) {
    super(message, "cause" in at ? { cause: at.cause } : undefined);
    this.code = code;
    this.row = at.row;
    this.column = at.column;
  }
}

/** A value as an error message shows it: short, on one line, and with its type. */
export function shown(value: unknown): string {
  if (typeof value === "string") return `${JSON.stringify(value.slice(0, 40))} (string)`;
  if (typeof value === "number" || value === undefined || value === null) return String(value);
  if (typeof value === "object") return Object.prototype.toString.call(value).slice(8, -1);
  return `${String(value).slice(0, 40)} (${typeof value})`;
}
