import type { Level } from "./levels.ts";

/** More features than this are not looked at together; the strongest are. */
const MOST_FEATURES = 24;

/** A name has at most so many parts. */
const MOST_PARTS = 3;

/**
 * The fewest features that tell each segment from those with other levels: a set on which it shares its levels only with
 * segments that are its equal on every feature. A segment that is anything but average gets no set of averages alone.
 * Among sets of one size the one with the strongest differences wins, then the earlier features.
 * @param levels for each segment the level of each feature
 * @param strengths for each segment the size of the difference on each feature
 * @returns for each segment feature indices, ascending; null where three features do not do
 */
export function tellingFeatures(
  levels: readonly (readonly Level[])[],
  strengths: readonly (readonly number[])[],
): readonly (readonly number[] | null)[] {
  const equals = occurrences(levels.map((of) => of.join()));
  const found: { features: readonly number[]; strength: number }[] = [];
  for (let parts = 1; parts <= MOST_PARTS; parts++) {
    const open = [...levels.keys()].filter((segment) => found[segment] === undefined);
    if (open.length === 0) break;
    for (const features of combinations(strongest(strengths), parts)) {
      const alike = occurrences(levels.map((of) => features.map((feature) => of[feature]).join()));
      for (const segment of open) {
        const own = levels[segment]!;
        if (alike[segment]! > equals[segment]!) continue;
        if (features.every((feature) => own[feature] === "average") && own.some((level) => level !== "average"))
          continue;
        const strength = features.reduce((total, feature) => total + strengths[segment]![feature]!, 0);
        if (strength > (found[segment]?.strength ?? -1)) found[segment] = { features, strength };
      }
    }
  }
  return levels.map((_, segment) => found[segment]?.features ?? null);
}

/** How often the text at each place comes in the list. */
export function occurrences(texts: readonly string[]): readonly number[] {
  const count = new Map<string, number>();
  for (const text of texts) count.set(text, (count.get(text) ?? 0) + 1);
  return texts.map((text) => count.get(text)!);
}

function strongest(strengths: readonly (readonly number[])[]): readonly number[] {
  const features = [...strengths[0]!.keys()];
  const most = features.map((feature) => Math.max(...strengths.map((of) => of[feature]!)));
  return features
    .sort((a, b) => most[b]! - most[a]! || a - b)
    .slice(0, MOST_FEATURES)
    .sort((a, b) => a - b);
}

function* combinations(from: readonly number[], size: number, first = 0): Generator<readonly number[]> {
  if (size === 0) yield [];
  else {
    for (let i = first; i <= from.length - size; i++) {
      for (const rest of combinations(from, size - 1, i + 1)) yield [from[i]!, ...rest];
    }
  }
}
