/** Round values inside a range, ascending, with texts that differ and have the same unit and decimals. */
export interface Ticks {
  readonly values: readonly number[];
  readonly texts: readonly string[];
}

/** More digits than these and values are told apart by rounding alone. */
const MOST_DIGITS = 12;
const MOST_DECIMALS = 6;

/**
 * At most `most` (and where it can be, at least two) multiples of 1, 2 or 5 times a power of ten in `[low, high]`,
 * `leastStep` apart at least.
 */
export function ticksOf(low: number, high: number, most: number, leastStep = 0): Ticks {
  const step = stepOf(low, high, most, leastStep);
  const size = Math.max(Math.abs(low), Math.abs(high));
  if (step === null || powerOf(size) - powerOf(step) >= MOST_DIGITS) return { values: [low], texts: [loneText(low)] };
  const first = Math.ceil(low / step - 1e-9);
  const values = Array.from({ length: countOf(low, high, step) }, (_, index) => (first + index) * step);
  return { values, texts: textsOf(values, step) };
}

/** As many ticks as can stand side by side, with room between them, over `width` cells. */
export function ticksAcross(low: number, high: number, width: number): Ticks {
  let most = Math.max(2, Math.floor(width / 4));
  let ticks = ticksOf(low, high, most);
  while (most > 2 && !fit(ticks, high - low, width)) ticks = ticksOf(low, high, --most);
  return ticks;
}

/** The cells that the widest text takes. */
export function widthOf({ texts }: Ticks): number {
  return Math.max(...texts.map((text) => text.length));
}

function fit({ values, texts }: Ticks, span: number, width: number): boolean {
  const [first, second] = values;
  if (first === undefined || second === undefined) return true;
  const apart = ((second - first) / span) * width;
  return texts.every((text) => text.length + 2 <= apart);
}

function stepOf(low: number, high: number, most: number, leastStep: number): number | null {
  // Halves first: the difference of two huge numbers must not overflow.
  const rough = Math.max(leastStep, (high / 2 - low / 2) * (2 / most));
  const power = 10 ** powerOf(rough);
  if (!(power > 0 && power < Number.POSITIVE_INFINITY)) return null;
  const steps = [1, 2, 5, 10, 20].map((factor) => factor * power);
  return (
    steps.find((step) => {
      const count = countOf(low, high, step);
      return step >= leastStep && step < Number.POSITIVE_INFINITY && count >= 1 && count <= most;
    }) ?? null
  );
}

function countOf(low: number, high: number, step: number): number {
  return Math.floor(high / step + 1e-9) - Math.ceil(low / step - 1e-9) + 1;
}

function powerOf(size: number): number {
  return Math.floor(Math.log10(size) + 1e-9);
}

function textsOf(values: readonly number[], step: number): string[] {
  const size = Math.max(...values.map(Math.abs));
  const decimals = Math.max(0, -powerOf(step));
  if (size >= 1e9 || decimals > MOST_DECIMALS) {
    const digits = Math.max(0, powerOf(size) - powerOf(step));
    return values.map((value) => scientific(value, digits));
  }
  if (size >= 1e6 && step >= 1e4) return values.map((value) => inUnit(value, step, 1e6, "M"));
  if (size >= 1e4 && step >= 1e2) return values.map((value) => inUnit(value, step, 1e3, "k"));
  return values.map((value) => value.toFixed(decimals));
}

function inUnit(value: number, step: number, unit: number, name: string): string {
  return value === 0 ? "0" : (value / unit).toFixed(Math.max(0, -powerOf(step / unit))) + name;
}

function scientific(value: number, digits: number): string {
  return value === 0 ? "0" : value.toExponential(digits).replace("e+", "e");
}

/** A value that stands alone, by three digits or, where it is whole and short, by all. */
function loneText(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e6 || size < 1e-3)) return scientific(value, 2);
  return String(Number.isInteger(value) ? value : Number(value.toPrecision(3)));
}
