import type { Engine } from "../engine/engine.ts";
import type { Pace } from "../pace.ts";
import type { Random } from "../random.ts";

/**
 * k rows as first centroids by greedy k-means++ (Arthur and Vassilvitskii 2007, section 3 and its last paragraph; studied
 * by Grunau et al. 2023): each next one is the best of 2 + floor(ln k) candidates, drawn in proportion to the weighted
 * squared distance to the centroids so far.
 *
 * @returns centroids, `k x columns`, in the engine's frame
 */
export async function seedByDistance(engine: Engine, k: number, random: Random, pace: Pace): Promise<Float64Array> {
  const centroids = new Float64Array(k * engine.columns);
  const take = async (row: number, index: number): Promise<void> => {
    centroids.set(engine.point(row), index * engine.columns);
    if (index < k - 1) await engine.takeSeed(row, pace);
  };
  const candidates = 2 + Math.floor(Math.log(k));
  engine.beginSeeding();
  await take(engine.sampleByWeight(random.uniform()), 0);
  for (let index = 1; index < k; index++) {
    const rows: number[] = [];
    for (let i = 0; i < candidates; i++) rows.push(engine.sampleByDistance(random.uniform()));
    const costs = await engine.seedCosts(rows, pace);
    let best = 0;
    for (let i = 1; i < candidates; i++) if (costs[i] < costs[best]) best = i;
    await take(rows[best], index);
  }
  return centroids;
}

/**
 * k different rows as first centroids, drawn by weight without replacement: those of the smallest -ln(u) / weight
 * (Efraimidis and Spirakis 2006). Where too few rows have a weight, the others follow in their order.
 *
 * @returns centroids, `k x columns`, in the engine's frame
 */
export function seedAtRandom(engine: Engine, k: number, random: Random, weights: Float64Array | null): Float64Array {
  const centroids = new Float64Array(k * engine.columns);
  const rows = weights === null ? random.sample(k, engine.rows) : sampleByWeight(k, random, weights);
  rows.forEach((row, index) => {
    centroids.set(engine.point(row), index * engine.columns);
  });
  return centroids;
}

function sampleByWeight(count: number, random: Random, weights: Float64Array): readonly number[] {
  // Weight 0 with u = 0 would be 0 / 0; such a row comes last like all without a weight.
  const keys = weights.map((weight) => {
    const key = -Math.log(1 - random.uniform());
    return weight === 0 ? Number.POSITIVE_INFINITY : key / weight;
  });
  return smallest(keys, count);
}

/** Indices of the `count` smallest values, smallest first, ties to the lowest index. */
function smallest(values: Float64Array, count: number): readonly number[] {
  const found: number[] = [];
  for (let at = 0; at < values.length; at++) {
    if (found.length === count && values[at] >= values[found[count - 1]]) continue;
    let place = found.length;
    while (place > 0 && values[found[place - 1]] > values[at]) place--;
    found.splice(place, 0, at);
    if (found.length > count) found.pop();
  }
  return found;
}
