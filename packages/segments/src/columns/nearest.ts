/**
 * The name closest to what was typed, or null where none is near: at most a third of the letters, or one, may differ.
 * A single word of a name counts too.
 */
export function nearest(typed: string, names: readonly string[], fold: (name: string) => string): string | null {
  if (typed === "") return null;
  // Beyond this length nobody types by hand, and the comparison grows with the square of it.
  if (typed.length > 100) return null;
  let best: string | null = null;
  let least = Math.max(1, Math.floor(typed.length / 3)) + 1;
  for (const name of names) {
    const whole = fold(name).slice(0, 100);
    for (const candidate of [whole, ...whole.split(/[^\p{L}\p{N}]+/u)]) {
      const distance = edits(typed, candidate);
      if (candidate.length > 0 && distance < least) [best, least] = [name, distance];
    }
  }
  return best;
}

/** Insertions, deletions, replacements and swaps of neighbors that turn one text into the other (optimal string alignment). */
function edits(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(previous[j]! + 1, row[j - 1]! + 1, replaced);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) row[j] = Math.min(row[j]!, before[j - 2]! + 1);
    }
    before = previous;
    previous = row;
  }
  return previous[b.length]!;
}
