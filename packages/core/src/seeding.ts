import type { Engine } from "./engine.ts";
import type { Pace } from "./pace.ts";
import type { Random } from "./random.ts";

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
    const rows = Array.from({ length: candidates }, () => engine.sampleByDistance(random.uniform()));
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

function sampleByWeight(count: number, random: Random, weights: Float64Array): Int32Array {
  const keys = weights.map((weight) => -Math.log(1 - random.uniform()) / weight);
  // Weight 0 with u = 0 would be 0 / 0; such a row comes last like all without a weight.
  const key = (row: number): number => (weights[row] === 0 ? Number.POSITIVE_INFINITY : keys[row]);
  const rows = Int32Array.from(weights.keys()).sort((a, b) => compare(key(a), key(b)) || a - b);
  return rows.subarray(0, count);
}

function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
