import { KentroError, shown } from "../errors.ts";

/**
 * Copies weights after making sure that there is one for each row, that none is negative or not finite, and that they do
 * not all vanish. Throws KentroError INVALID_WEIGHTS.
 */
export function checkedWeights(weights: ArrayLike<number>, rows: number): Float64Array {
  if (typeof weights !== "object" || weights === null || weights.length !== rows) {
    const got = typeof weights === "object" && weights !== null ? String(weights.length) : shown(weights);
    throw new KentroError("INVALID_WEIGHTS", `Expected weights to be one number for each of ${rows} rows, got ${got}`);
  }
  const checked = new Float64Array(rows);
  let sum = 0;
  for (let row = 0; row < rows; row++) {
    const weight: unknown = weights[row];
    if (typeof weight !== "number" || !(weight >= 0 && weight < Number.POSITIVE_INFINITY)) {
      throw new KentroError(
        "INVALID_WEIGHTS",
        `Expected weights to be finite numbers of at least 0, got ${shown(weight)} for row ${row} (counted from 0)`,
        { row },
      );
    }
    checked[row] = weight;
    sum += weight;
  }
  if (sum === 0)
    throw new KentroError("INVALID_WEIGHTS", "Expected some row to have a positive weight, got only zeros");
  if (!Number.isFinite(sum))
    throw new KentroError("INVALID_WEIGHTS", "Expected weights to have a finite sum, got one beyond float64");
  return checked;
}
