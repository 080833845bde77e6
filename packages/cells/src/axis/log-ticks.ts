import type { Ticks } from "./ticks.ts";

/** Which round numbers of each power of ten have a tick, from many to few; a number over 1 alone: every so many powers. */
const DENSITIES: readonly { readonly factors: readonly number[]; readonly powers: number }[] = [
  { factors: [1, 2, 5], powers: 1 },
  { factors: [1, 3], powers: 1 },
  ...[1, 2, 3, 6, 12, 25, 50, 100, 200].map((powers) => ({ factors: [1], powers })),
];

/**
 * Ticks of an axis whose extent is in powers of ten: values there, too, at round numbers, the texts those numbers. As many as
 * `fits` says can stand beside each other; the ends where there is no round number between them.
 */
export function logTicks(low: number, high: number, fits: (ticks: Ticks) => boolean): Ticks {
  for (const { factors, powers } of DENSITIES) {
    const ticks = ticksAt(low, high, factors, powers);
    if (ticks.values.length > 0 && fits(ticks)) return ticks;
  }
  return { values: [low], texts: [textOf(10 ** low)] };
}

function ticksAt(low: number, high: number, factors: readonly number[], powers: number): Ticks {
  const first = Math.floor(low / powers) * powers;
  const count = Math.floor((high - first) / powers) + 1;
  const values = Array.from({ length: count }, (_, index) => first + index * powers)
    .flatMap((power) => factors.map((factor) => power + Math.log10(factor)))
    .filter((value) => value >= low - 1e-9 && value <= high + 1e-9);
  return { values, texts: values.map((value) => textOf(10 ** value)) };
}

const UNITS = [
  { size: 1e9, name: "G" },
  { size: 1e6, name: "M" },
  { size: 1e3, name: "k" },
] as const;

/** A round number: `0.02`, `500`, `2k`, `1M`. */
function textOf(value: number): string {
  if (value >= 1e12 || value < 1e-3) return value.toExponential(0).replace("e+", "e");
  const unit = UNITS.find(({ size }) => value >= size * (1 - 1e-9));
  return unit === undefined
    ? String(Number(value.toPrecision(2)))
    : `${Number((value / unit.size).toPrecision(2))}${unit.name}`;
}
