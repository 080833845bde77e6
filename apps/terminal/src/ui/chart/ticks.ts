/** Round values inside a range, ascending, with texts that all have the same decimals. */
export interface Ticks {
  readonly values: readonly number[];
  readonly texts: readonly string[];
}

/** At most `most` (and where it can be, at least two) multiples of 1, 2 or 5 times a power of ten in `[low, high]`. */
export function ticksOf(low: number, high: number, most: number): Ticks {
  const span = high - low;
  if (!(span > 0) || !Number.isFinite(span) || most < 1) return { values: [low], texts: [tickText(low, 2)] };
  const rough = span / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10, 20].map((factor) => factor * power).find((each) => countOf(low, high, each) <= most);
  if (step === undefined) return { values: [low], texts: [tickText(low, 2)] };
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const first = Math.ceil(low / step - 1e-9);
  const values = Array.from({ length: countOf(low, high, step) }, (_, index) => (first + index) * step);
  return { values, texts: values.map((value) => tickText(value, decimals)) };
}

/** As many ticks as can stand side by side, with room between them, over `width` cells. */
export function ticksAcross(low: number, high: number, width: number): Ticks {
  let most = Math.max(2, Math.floor(width / 4));
  let ticks = ticksOf(low, high, most);
  while (most > 2 && !fit(ticks, high - low, width)) ticks = ticksOf(low, high, --most);
  return ticks;
}

function fit({ values, texts }: Ticks, span: number, width: number): boolean {
  const [first, second] = values;
  if (first === undefined || second === undefined) return true;
  const apart = ((second - first) / span) * width;
  return texts.every((text) => text.length + 2 <= apart);
}

function countOf(low: number, high: number, step: number): number {
  return Math.floor(high / step + 1e-9) - Math.ceil(low / step - 1e-9) + 1;
}

function tickText(value: number, decimals: number): string {
  const size = Math.abs(value);
  if (size >= 1e9 || decimals > 4) return value === 0 ? "0" : value.toExponential(1).replace("e+", "e");
  if (size >= 1e6 && decimals === 0) return `${Number((value / 1e6).toFixed(2))}M`;
  if (size >= 1e4 && decimals === 0) return `${Number((value / 1e3).toFixed(1))}k`;
  const text = value.toFixed(decimals);
  return Number(text) === 0 ? (0).toFixed(decimals) : text;
}
