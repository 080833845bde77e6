import { PairwiseDistances, type PairwiseShape } from "@kentro/kernel";
import { Crew } from "../engine/crew.ts";
import { tooLargeOr } from "../engine/memory.ts";
import { requireWhole, type WorkOptions } from "../options.ts";
import type { Pace } from "../pace.ts";
import type { Points } from "../points/matrix.ts";
import { Random } from "../random.ts";
import { type Team, WORTH_SHARING, withTeam } from "../threads/team.ts";
import { clustered } from "./clustered.ts";
import { type Framed, framedRow } from "./framed.ts";
import type { Codes } from "./labels.ts";
import { stratifiedSample } from "./stratified-sample.ts";

/** Up to so many rows a silhouette is exact by default, and above it is taken on a sample of so many. */
export const SILHOUETTE_ROWS = 10_000;

/** What `silhouette` is asked for. */
export interface SilhouetteOptions extends WorkOptions {
  /**
   * "all" takes every row. A whole number >= 2 takes a sample of about so many where there are more, stratified by cluster.
   * Default: every row up to 10,000, above that a sample of 10,000. The work grows with the square of the rows taken.
   */
  readonly sample?: number | "all";
  /** Seed of the sample, a whole number from 0 to 2^53 - 1. Default 0. */
  readonly seed?: number;
}

/** A mean silhouette, and on how many rows it was taken. */
export interface Silhouette {
  /** -1 to 1. */
  readonly value: number;
  /** Rows of the sample, null where every row was taken. */
  readonly sampled: number | null;
}

/**
 * The mean silhouette of a clustering (Rousseeuw 1987): for each row (b - a) / max(a, b), where a is its mean Euclidean
 * distance to the others of its cluster and b the least mean distance to another cluster; 0 in a cluster of one. Weights
 * play no part.
 *
 * On a sample the mean is that of the clusters' means by their true shares.
 *
 * @param labels one whole number for each row, of at least 2 clusters and fewer than there are rows
 * @throws KentroError for points, labels or options that cannot be used; the signal's reason where it is aborted
 */
export async function silhouette(
  points: Points,
  labels: ArrayLike<number>,
  { sample, seed = 0, ...options }: SilhouetteOptions = {},
): Promise<Silhouette> {
  requireWhole("seed", seed, 0);
  if (sample !== undefined && sample !== "all") requireWhole("sample", sample, 2);
  const { data, clusters, pace } = await clustered(points, labels, options);
  return await withTeam(options.threads, (team) =>
    meanSilhouette(data, clusters, sample ?? SILHOUETTE_ROWS, seed, pace, team),
  );
}

/**
 * The silhouette of every row, exact: the work grows with the square of the rows.
 *
 * @param labels as for `silhouette`
 * @throws as `silhouette` does
 */
export async function silhouetteSamples(
  points: Points,
  labels: ArrayLike<number>,
  options: WorkOptions = {},
): Promise<Float64Array> {
  const { data, clusters, pace } = await clustered(points, labels, options);
  return await withTeam(options.threads, (team) => silhouettesOf(data, clusters, null, pace, team));
}

/** Assumes checked labels of at least 2 clusters and fewer than there are rows. */
export async function meanSilhouette(
  data: Framed,
  clusters: Codes,
  sample: number | "all",
  seed: number,
  pace: Pace,
  team: Team,
): Promise<Silhouette> {
  const { codes, k, sizes } = clusters;
  const { rows } = data.matrix;
  const drawn = sample === "all" || sample >= rows ? null : stratifiedSample(codes, sizes, sample, new Random(seed));
  // Two rows at least of each of many small clusters may be all there are.
  const chosen = drawn?.length === rows ? null : drawn;
  const values = await silhouettesOf(data, clusters, chosen, pace, team);
  const sums = new Float64Array(k);
  const counts = new Int32Array(k);
  for (let i = 0; i < values.length; i++) {
    const code = codes[chosen === null ? i : chosen[i]];
    sums[code] += values[i];
    counts[code]++;
  }
  let value = 0;
  for (let code = 0; code < k; code++) value += (sums[code] / counts[code]) * (sizes[code] / rows);
  return { value, sampled: chosen === null ? null : chosen.length };
}

/** Distances whose squares are summed between two breaths, times columns. */
const WORK_AT_ONCE = 4_000_000;

/** The silhouettes of the chosen rows among themselves (null: all), in their order. */
async function silhouettesOf(
  data: Framed,
  { codes, k }: Codes,
  chosen: Int32Array | null,
  pace: Pace,
  team: Team,
): Promise<Float64Array> {
  const { rows, columns } = data.matrix;
  const count = chosen === null ? rows : chosen.length;
  const rowAt = (i: number): number => (chosen === null ? i : chosen[i]);
  const sizes = new Array<number>(k).fill(0);
  for (let i = 0; i < count; i++) sizes[codes[rowAt(i)]]++;
  const memory = count * count * columns < WORTH_SHARING ? undefined : team.takeMemory();
  const threads = memory === undefined ? 1 : team.threads;
  const distances = await createDistances({ sizes, columns, threads }, memory);
  const point = new Float64Array(columns);
  const next = startsOf(sizes);
  const places = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    places[i] = next[codes[rowAt(i)]]++;
    framedRow(data, rowAt(i), point);
    distances.writePoint(places[i], point);
    if (pace.due()) await pace.breathe();
  }
  const rowsAtOnce = Math.max(1, Math.floor(WORK_AT_ONCE / (count * columns)));
  await new Crew(distances, team).run("silhouettes", rowsAtOnce, pace);
  const silhouettes = distances.silhouettes();
  const values = Float64Array.from(places, (place) => silhouettes[place]);
  team.giveBack(memory);
  return values;
}

/** Where the rows of each cluster begin. */
function startsOf(sizes: readonly number[]): Int32Array {
  const starts = new Int32Array(sizes.length);
  for (let code = 1; code < sizes.length; code++) starts[code] = starts[code - 1] + sizes[code - 1];
  return starts;
}

async function createDistances(
  shape: PairwiseShape,
  memory: WebAssembly.Memory | undefined,
): Promise<PairwiseDistances> {
  try {
    return await PairwiseDistances.create(shape, memory);
  } catch (cause) {
    throw tooLargeOr(cause, "points whose distances are all taken (a sample needs less)");
  }
}
