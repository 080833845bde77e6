// Prints a hash of the bytes of some fits by the built package for each search, and of a silhouette, for two processes,
// or two machines, to compare.
import { createHash } from "node:crypto";
import { elbow, kmeans, silhouette } from "../../dist/index.js";

/** Made by integer arithmetic alone, which every engine does alike. */
function made(length, seed) {
  let state = seed;
  return Float64Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >> 8) / 4096;
  });
}

const narrow = { data: made(40_000 * 3, 1), rows: 40_000, columns: 3 };
const wide = { data: Float32Array.from(made(3000 * 17, 2)), rows: 3000, columns: 17 };
const many = { data: Float32Array.from(made(80_000 * 2, 4)), rows: 80_000, columns: 2 };
const weights = made(3000, 3).map((value) => Math.abs(value));

async function restarts() {
  const search = "restarts";
  const { hash, take } = hasher();
  take(await kmeans(narrow, { k: 8, search, restarts: 2, maxIterations: 40 }));
  take(await kmeans(narrow, { k: 5, search, restarts: 1, init: "random", seed: 9 }));
  take(await kmeans(wide, { k: 12, search, restarts: 2, seed: 2 ** 40 }));
  take(await kmeans(wide, { k: 7, search, restarts: 2, weights }));
  const { models } = await elbow(wide, { kMin: 3, kMax: 4, search, restarts: 1, silhouette: false });
  models.forEach(take);
  const { value } = await silhouette(narrow, narrow.data.map((_, row) => row % 4).subarray(0, 40_000), { sample: 500 });
  hash.update(Float64Array.of(value));
  return hash.digest("hex");
}

async function swaps() {
  const { hash, take } = hasher();
  take(await kmeans(narrow, { k: 8, restarts: 1, maxIterations: 40 }));
  take(await kmeans(wide, { k: 12, restarts: 2, seed: 2 ** 40 }));
  take(await kmeans(wide, { k: 7, restarts: 2, weights }));
  take(await kmeans(many, { k: 20, restarts: 1, maxIterations: 40 }));
  const { models } = await elbow(wide, { kMin: 3, kMax: 5, restarts: 1, silhouette: false });
  models.forEach(take);
  return hash.digest("hex");
}

function hasher() {
  const hash = createHash("sha256");
  const take = ({ centroids, labels, inertia, iterations }) => {
    hash.update(centroids.data).update(labels).update(Float64Array.of(inertia, iterations));
  };
  return { hash, take };
}

process.stdout.write(JSON.stringify({ restarts: await restarts(), swaps: await swaps() }));
