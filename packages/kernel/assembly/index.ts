// The module's exports: every kernel in both precisions. What the arguments mean stands with each kernel.
// No state lives here: all memory is laid out by the caller, so several instances may share one.
import { assign } from "./assign";
import { assignBounded } from "./bounded";
import { assignChanged } from "./changed";
import { distanceSum, distancesToAll, distancesToOne, seedCost } from "./distances";
import { exchange, survey } from "./exchange";
import { pointAt } from "./gather";
import { extent, place } from "./load";
import { nearest } from "./nearest";
import { assignQuantized, quantize } from "./quantized";
import { addSquares } from "./squares";
import { movePoint } from "./sums";
import { treeAssign } from "./tree";
import { treeGiveLabels, treeTellLabels } from "./tree-labels";
import { treePlace } from "./tree-nodes";
import { treeKeys, treeScatter, treeSort } from "./tree-order";

export function nearestF32(
  points: usize, blocks: i32, columns: i32, centroids: usize, k: i32, labels: usize, distances: usize,
): void {
  nearest<f32>(points, blocks, columns, centroids, k, labels, distances);
}

export function assignF32(
  points: usize, blocks: i32, rows: i32, columns: i32, centroids: usize, k: i32, labels: usize, sums: usize,
  counts: usize, inertia: usize, scratch: usize,
): i32 {
  return assign<f32>(points, blocks, rows, columns, centroids, k, labels, sums, counts, 0, 0, inertia, scratch);
}

export function assignWeightedF32(
  points: usize, blocks: i32, rows: i32, columns: i32, centroids: usize, k: i32, labels: usize, sums: usize,
  counts: usize, weightSums: usize, weights: usize, inertia: usize, scratch: usize,
): i32 {
  return assign<f32>(
    points, blocks, rows, columns, centroids, k, labels, sums, counts, weightSums, weights, inertia, scratch,
  );
}

export function assignBoundedF32(
  points: usize, rows: i32, columns: i32, centroids: usize, k: i32, labels: usize, slack: usize, chunkSlack: usize,
  reach: usize, sums: usize, counts: usize, looked: usize, quantized: usize, extents: usize, rounded: usize, tags: i32,
  rule: usize, scratch: usize,
): i32 {
  return assignBounded<f32>(
    points, rows, columns, centroids, k, labels, slack, chunkSlack, reach, sums, counts, looked, quantized, extents,
    rounded, tags, rule, scratch,
  );
}

export function quantizeF32(
  points: usize, rows: i32, columns: i32, frame: usize, quantized: usize, extents: usize,
): void {
  quantize<f32>(points, rows, columns, frame, quantized, extents);
}

export function assignQuantizedF32(
  points: usize, rows: i32, columns: i32, centroids: usize, k: i32, labels: usize, sums: usize, counts: usize,
  quantized: usize, extents: usize, rounded: usize, tags: i32, rule: usize, doubted: usize, scratch: usize,
): i32 {
  return assignQuantized<f32>(
    points, rows, columns, centroids, k, labels, sums, counts, quantized, extents, rounded, tags, rule, doubted, scratch,
  );
}

export function assignChangedF32(
  points: usize, blocks: i32, rows: i32, columns: i32, centroids: usize, k: i32, changed: usize, indices: usize,
  count: i32, flags: usize, labels: usize, distances: usize, sums: usize, counts: usize, weightSums: usize,
  weights: usize, inertia: usize, scratch: usize,
): i32 {
  return assignChanged<f32>(
    points, blocks, rows, columns, centroids, k, changed, indices, count, flags, labels, distances, sums, counts,
    weightSums, weights, inertia, scratch,
  );
}

export function treeKeysF32(
  points: usize, rows: i32, columns: i32, frame: usize, spread: usize, bins: i32, walk: usize, bits: i32,
  steps: i32, keys: usize,
): void {
  treeKeys<f32>(points, rows, columns, frame, spread, bins, walk, bits, steps, keys);
}

export function treeScatterF32(
  points: usize, keys: usize, first: i32, rows: i32, columns: i32, lower: i32, offsets: usize, scattered: usize,
  order: usize, digits: usize,
): void {
  treeScatter<f32>(points, keys, first, rows, columns, lower, offsets, scattered, order, digits);
}

export function treeSortF32(
  scattered: usize, order: usize, digits: usize, first: i32, rows: i32, columns: i32, lower: i32, ends: usize,
  scratch: usize, most: i32,
): void {
  treeSort<f32>(scattered, order, digits, first, rows, columns, lower, ends, scratch, most);
}

export function treePlaceF32(
  points: usize, rows: i32, columns: i32, leaves: usize, middles: usize, tops: usize, scratch: usize,
): void {
  treePlace<f32>(points, rows, columns, leaves, middles, tops, scratch);
}

export function treeAssignF32(
  points: usize, rows: i32, columns: i32, centroids: usize, k: i32, labels: usize, leaves: usize, middles: usize,
  tops: usize, sums: usize, counts: usize, looked: usize, clock: usize, scratch: usize,
): i32 {
  return treeAssign<f32>(
    points, rows, columns, centroids, k, labels, leaves, middles, tops, sums, counts, looked, clock, scratch,
  );
}

export function treeGiveLabelsF32(
  labels: usize, leaves: usize, middles: usize, tops: usize, order: usize, rows: i32, columns: i32, given: usize,
): void {
  treeGiveLabels<f32>(labels, leaves, middles, tops, order, rows, columns, given);
}

export function treeTellLabelsF32(
  labels: usize, rows: i32, columns: i32, leaves: usize, middles: usize, tops: usize,
): void {
  treeTellLabels<f32>(labels, rows, columns, leaves, middles, tops);
}

export function addSquaresF32(points: usize, rows: i32, columns: i32, sum: usize): void {
  addSquares<f32>(points, rows, columns, sum);
}

export function moveRowF32(
  points: usize, row: i32, columns: i32, labels: usize, to: i32, sums: usize, counts: usize, weightSums: usize,
  weights: usize,
): void {
  const label = labels + ((<usize>row) << 2);
  const weight = weights == 0 ? <usize>0 : weights + ((<usize>row) << 3);
  movePoint<f32>(pointAt<f32>(points, columns, row), columns, label, to, sums, counts, weightSums, weight);
}

export function distancesToOneF32(points: usize, blocks: i32, columns: i32, centroid: usize, distances: usize): void {
  distancesToOne<f32>(points, blocks, columns, centroid, distances);
}

export function distancesToAllF32(
  points: usize, blocks: i32, columns: i32, centroids: usize, k: i32, distances: usize,
): void {
  distancesToAll<f32>(points, blocks, columns, centroids, k, distances);
}

export function seedCostF32(
  points: usize, blocks: i32, rows: i32, columns: i32, centroid: usize, closest: usize, take: bool, weights: usize,
  scratch: usize,
): f64 {
  return seedCost<f32>(points, blocks, rows, columns, centroid, closest, take, weights, scratch);
}

export function surveyF32(
  points: usize, blocks: i32, rows: i32, columns: i32, centroids: usize, k: i32, labels: usize, distances: usize,
  seconds: usize, assigned: usize, sums: usize, counts: usize, weightSums: usize, weights: usize, costs: usize,
  scratch: usize,
): void {
  survey<f32>(
    points, blocks, rows, columns, centroids, k, labels, distances, seconds, assigned, sums, counts, weightSums, weights,
    costs, scratch,
  );
}

export function exchangeF32(
  points: usize, blocks: i32, rows: i32, columns: i32, candidates: usize, count: i32, k: i32, labels: usize,
  distances: usize, seconds: usize, weights: usize, gains: usize, scratch: usize,
): void {
  exchange<f32>(
    points, blocks, rows, columns, candidates, count, k, labels, distances, seconds, weights, gains, scratch,
  );
}

export function extentF32(raw: usize, rows: i32, columns: i32, low: usize, high: usize): bool {
  return extent<f32>(raw, rows, columns, low, high);
}

export function placeF32(
  raw: usize, rows: i32, columns: i32, origin: usize, scale: f64, weights: usize, points: usize, moments: usize,
): void {
  place<f32, f32>(raw, rows, columns, origin, scale, weights, points, moments);
}

export function placeRoundedF32(
  raw: usize, rows: i32, columns: i32, origin: usize, scale: f64, weights: usize, points: usize, moments: usize,
): void {
  place<f64, f32>(raw, rows, columns, origin, scale, weights, points, moments);
}

export function nearestF64(
  points: usize, blocks: i32, columns: i32, centroids: usize, k: i32, labels: usize, distances: usize,
): void {
  nearest<f64>(points, blocks, columns, centroids, k, labels, distances);
}

export function assignF64(
  points: usize, blocks: i32, rows: i32, columns: i32, centroids: usize, k: i32, labels: usize, sums: usize,
  counts: usize, inertia: usize, scratch: usize,
): i32 {
  return assign<f64>(points, blocks, rows, columns, centroids, k, labels, sums, counts, 0, 0, inertia, scratch);
}

export function assignWeightedF64(
  points: usize, blocks: i32, rows: i32, columns: i32, centroids: usize, k: i32, labels: usize, sums: usize,
  counts: usize, weightSums: usize, weights: usize, inertia: usize, scratch: usize,
): i32 {
  return assign<f64>(
    points, blocks, rows, columns, centroids, k, labels, sums, counts, weightSums, weights, inertia, scratch,
  );
}

export function assignBoundedF64(
  points: usize, rows: i32, columns: i32, centroids: usize, k: i32, labels: usize, slack: usize, chunkSlack: usize,
  reach: usize, sums: usize, counts: usize, looked: usize, quantized: usize, extents: usize, rounded: usize, tags: i32,
  rule: usize, scratch: usize,
): i32 {
  return assignBounded<f64>(
    points, rows, columns, centroids, k, labels, slack, chunkSlack, reach, sums, counts, looked, quantized, extents,
    rounded, tags, rule, scratch,
  );
}

export function quantizeF64(
  points: usize, rows: i32, columns: i32, frame: usize, quantized: usize, extents: usize,
): void {
  quantize<f64>(points, rows, columns, frame, quantized, extents);
}

export function assignQuantizedF64(
  points: usize, rows: i32, columns: i32, centroids: usize, k: i32, labels: usize, sums: usize, counts: usize,
  quantized: usize, extents: usize, rounded: usize, tags: i32, rule: usize, doubted: usize, scratch: usize,
): i32 {
  return assignQuantized<f64>(
    points, rows, columns, centroids, k, labels, sums, counts, quantized, extents, rounded, tags, rule, doubted, scratch,
  );
}

export function assignChangedF64(
  points: usize, blocks: i32, rows: i32, columns: i32, centroids: usize, k: i32, changed: usize, indices: usize,
  count: i32, flags: usize, labels: usize, distances: usize, sums: usize, counts: usize, weightSums: usize,
  weights: usize, inertia: usize, scratch: usize,
): i32 {
  return assignChanged<f64>(
    points, blocks, rows, columns, centroids, k, changed, indices, count, flags, labels, distances, sums, counts,
    weightSums, weights, inertia, scratch,
  );
}

export function treeKeysF64(
  points: usize, rows: i32, columns: i32, frame: usize, spread: usize, bins: i32, walk: usize, bits: i32,
  steps: i32, keys: usize,
): void {
  treeKeys<f64>(points, rows, columns, frame, spread, bins, walk, bits, steps, keys);
}

export function treeScatterF64(
  points: usize, keys: usize, first: i32, rows: i32, columns: i32, lower: i32, offsets: usize, scattered: usize,
  order: usize, digits: usize,
): void {
  treeScatter<f64>(points, keys, first, rows, columns, lower, offsets, scattered, order, digits);
}

export function treeSortF64(
  scattered: usize, order: usize, digits: usize, first: i32, rows: i32, columns: i32, lower: i32, ends: usize,
  scratch: usize, most: i32,
): void {
  treeSort<f64>(scattered, order, digits, first, rows, columns, lower, ends, scratch, most);
}

export function treePlaceF64(
  points: usize, rows: i32, columns: i32, leaves: usize, middles: usize, tops: usize, scratch: usize,
): void {
  treePlace<f64>(points, rows, columns, leaves, middles, tops, scratch);
}

export function treeAssignF64(
  points: usize, rows: i32, columns: i32, centroids: usize, k: i32, labels: usize, leaves: usize, middles: usize,
  tops: usize, sums: usize, counts: usize, looked: usize, clock: usize, scratch: usize,
): i32 {
  return treeAssign<f64>(
    points, rows, columns, centroids, k, labels, leaves, middles, tops, sums, counts, looked, clock, scratch,
  );
}

export function treeGiveLabelsF64(
  labels: usize, leaves: usize, middles: usize, tops: usize, order: usize, rows: i32, columns: i32, given: usize,
): void {
  treeGiveLabels<f64>(labels, leaves, middles, tops, order, rows, columns, given);
}

export function treeTellLabelsF64(
  labels: usize, rows: i32, columns: i32, leaves: usize, middles: usize, tops: usize,
): void {
  treeTellLabels<f64>(labels, rows, columns, leaves, middles, tops);
}

export function addSquaresF64(points: usize, rows: i32, columns: i32, sum: usize): void {
  addSquares<f64>(points, rows, columns, sum);
}

export function moveRowF64(
  points: usize, row: i32, columns: i32, labels: usize, to: i32, sums: usize, counts: usize, weightSums: usize,
  weights: usize,
): void {
  const label = labels + ((<usize>row) << 2);
  const weight = weights == 0 ? <usize>0 : weights + ((<usize>row) << 3);
  movePoint<f64>(pointAt<f64>(points, columns, row), columns, label, to, sums, counts, weightSums, weight);
}

export function distancesToOneF64(points: usize, blocks: i32, columns: i32, centroid: usize, distances: usize): void {
  distancesToOne<f64>(points, blocks, columns, centroid, distances);
}

export function distancesToAllF64(
  points: usize, blocks: i32, columns: i32, centroids: usize, k: i32, distances: usize,
): void {
  distancesToAll<f64>(points, blocks, columns, centroids, k, distances);
}

export function seedCostF64(
  points: usize, blocks: i32, rows: i32, columns: i32, centroid: usize, closest: usize, take: bool, weights: usize,
  scratch: usize,
): f64 {
  return seedCost<f64>(points, blocks, rows, columns, centroid, closest, take, weights, scratch);
}

export function surveyF64(
  points: usize, blocks: i32, rows: i32, columns: i32, centroids: usize, k: i32, labels: usize, distances: usize,
  seconds: usize, assigned: usize, sums: usize, counts: usize, weightSums: usize, weights: usize, costs: usize,
  scratch: usize,
): void {
  survey<f64>(
    points, blocks, rows, columns, centroids, k, labels, distances, seconds, assigned, sums, counts, weightSums, weights,
    costs, scratch,
  );
}

export function exchangeF64(
  points: usize, blocks: i32, rows: i32, columns: i32, candidates: usize, count: i32, k: i32, labels: usize,
  distances: usize, seconds: usize, weights: usize, gains: usize, scratch: usize,
): void {
  exchange<f64>(
    points, blocks, rows, columns, candidates, count, k, labels, distances, seconds, weights, gains, scratch,
  );
}

export function extentF64(raw: usize, rows: i32, columns: i32, low: usize, high: usize): bool {
  return extent<f64>(raw, rows, columns, low, high);
}

export function placeF64(
  raw: usize, rows: i32, columns: i32, origin: usize, scale: f64, weights: usize, points: usize, moments: usize,
): void {
  place<f64, f64>(raw, rows, columns, origin, scale, weights, points, moments);
}

export function distanceSumF64(points: usize, blocks: i32, rows: i32, columns: i32, point: usize, scratch: usize): f64 {
  return distanceSum<f64>(points, blocks, rows, columns, point, scratch);
}

export { treeCount } from "./tree-order";
export { treeTakeLabels } from "./tree-labels";
