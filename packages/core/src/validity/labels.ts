import { KentroError, shown } from "../errors.ts";

/** Labels as codes 0 to k - 1, in the order of the labels' values. */
export interface Codes {
  readonly codes: Int32Array;
  readonly k: number;
  /** Rows of each code. */
  readonly sizes: Int32Array;
}

/**
 * Encodes labels, which may be any whole numbers.
 * @throws KentroError INVALID_LABELS where there is not one whole number for each of `rows` rows
 */
export function encodeLabels(labels: ArrayLike<number>, rows: number): Codes {
  if (typeof labels !== "object" || labels === null || labels.length !== rows) {
    const got = typeof labels === "object" && labels !== null ? String(labels.length) : shown(labels);
    throw new KentroError(
      "INVALID_LABELS",
      `Expected labels to be one whole number for each of ${rows} rows, got ${got}`,
    );
  }
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < rows; row++) {
    const label = labels[row];
    if (!Number.isSafeInteger(label)) {
      throw new KentroError(
        "INVALID_LABELS",
        `Expected labels to be whole numbers, got ${shown(label)} for row ${row} (counted from 0)`,
        { row },
      );
    }
    if (label < least) least = label;
    if (label > most) most = label;
  }
  const range = most - least; // -Infinity without rows
  return range >= 0 && range < rows ? encodeNear(labels, rows, least, most) : encodeScattered(labels, rows);
}

/** Labels that lie near each other, as nearly all do, by a table: a Map of millions of rows takes thirty times as long. */
function encodeNear(labels: ArrayLike<number>, rows: number, least: number, most: number): Codes {
  const counts = new Int32Array(most - least + 1);
  for (let row = 0; row < rows; row++) counts[labels[row] - least]++;
  const code = new Int32Array(counts.length);
  let k = 0;
  for (let at = 0; at < counts.length; at++) if (counts[at] > 0) code[at] = k++;
  const codes = new Int32Array(rows);
  for (let row = 0; row < rows; row++) codes[row] = code[labels[row] - least];
  return { codes, k, sizes: counts.filter((count) => count > 0) };
}

function encodeScattered(labels: ArrayLike<number>, rows: number): Codes {
  const seen = new Set<number>();
  for (let row = 0; row < rows; row++) seen.add(labels[row]);
  const code = new Map([...seen].sort((a, b) => a - b).map((label, index) => [label, index]));
  const sizes = new Int32Array(code.size);
  const codes = Int32Array.from({ length: rows }, (_, row) => {
    const own = code.get(labels[row]) ?? 0;
    sizes[own]++;
    return own;
  });
  return { codes, k: code.size, sizes };
}

/**
 * Encodes labels for an index that compares clusters: at least two of them, and fewer than rows, as in scikit-learn.
 * @throws KentroError INVALID_LABELS
 */
export function encodeClusters(labels: ArrayLike<number>, rows: number): Codes {
  const encoded = encodeLabels(labels, rows);
  if (encoded.k >= 2 && encoded.k < rows) return encoded;
  throw new KentroError(
    "INVALID_LABELS",
    `Expected labels of at least 2 clusters and fewer than there are rows (${rows}), got ${encoded.k}`,
  );
}
