import { costOf, isWeak, LEVELS, type Level, PLAIN_COST } from "./levels.ts";

/** More features than this are not looked at together; the strongest are. */
const MOST_FEATURES = 24;

/** A name has at most so many parts. */
const MOST_PARTS = 3;

/** Features that tell a segment from others, and how well. */
export interface Telling {
  /** Indices, ascending. */
  readonly features: readonly number[];
  /** Of the name, by `costOf`: less is better. */
  readonly cost: number;
  /** The differences on them, added: among names of one cost more is better. */
  readonly strength: number;
}

/**
 * The features that tell each segment from those with other levels at the least cost: a set on which it shares its levels
 * only with segments that are its equal on every feature. A segment that is clearly high or low somewhere
 * gets no set of weak levels alone. Among sets of one cost the one with the strongest differences wins, then fewer and earlier features.
 * @param levels for each segment the level of each feature
 * @param strengths for each segment the size of the difference on each feature
 * @returns for each segment; null where three features do not do
 */
export function tellingFeatures(
  levels: readonly (readonly Level[])[],
  strengths: readonly (readonly number[])[],
): readonly (Telling | null)[] {
  const equals = occurrences(levels.map((of) => of.join()));
  const strong = levels.map((of) => !of.every(isWeak));
  const found = new Array<Telling | null>(levels.length).fill(null);
  const codes = levels.map((of) => Uint8Array.from(of, (level) => LEVELS.indexOf(level)));
  const costs = levels.map((of) => Uint8Array.from(of, costOf));
  const weak = levels.map((of) => of.map(isWeak));
  const places = new Int32Array(levels.length);
  for (let parts = 1; parts <= MOST_PARTS; parts++) {
    const open = [...levels.keys()].filter((segment) => (found[segment]?.cost ?? Infinity) > parts * PLAIN_COST);
    if (open.length === 0) break;
    const alike = new Int32Array(LEVELS.length ** parts);
    for (const features of combinations(strongest(strengths), parts)) {
      alike.fill(0);
      for (let segment = 0; segment < codes.length; segment++) {
        const own = codes[segment]!;
        let place = 0;
        for (const feature of features) place = place * LEVELS.length + own[feature]!;
        places[segment] = place;
        alike[place]!++;
      }
      for (const segment of open) {
        if (alike[places[segment]!]! > equals[segment]!) continue;
        const [ownCosts, ownWeak, ownStrengths] = [costs[segment]!, weak[segment]!, strengths[segment]!];
        let cost = 0;
        let strength = 0;
        let telling = !strong[segment];
        for (const feature of features) {
          cost += ownCosts[feature]!;
          strength += ownStrengths[feature]!;
          telling ||= !ownWeak[feature]!;
        }
        const told = { features, cost, strength };
        if (telling && isBetter(told, found[segment]!)) found[segment] = told;
      }
    }
  }
  return found;
}

/** Whether one way to tell a segment is better than another, if there is another. */
export function isBetter({ cost, strength }: Telling, than: Telling | null): boolean {
  return than === null || cost < than.cost || (cost === than.cost && strength > than.strength);
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
