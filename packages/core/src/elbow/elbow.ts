import { prepare } from "../engine/prepare.ts";
import { KentroError } from "../errors.ts";
import { type KMeansFit, KMeansModel } from "../model/model.ts";
import { checkedSettings, type ElbowOptions, requireK } from "../options.ts";
import { Pace } from "../pace.ts";
import { countDistinctRows } from "../points/distinct.ts";
import type { Points } from "../points/matrix.ts";
import { type OnProgress, type Share, WHOLE } from "../progress.ts";
import { Random } from "../random.ts";
import { effortAlong, effortFor } from "../search/effort.ts";
import { fitOf } from "../search/fit.ts";
import { type Team, withTeam } from "../threads/team.ts";
import { framed } from "../validity/framed.ts";
import { meanSilhouette, SILHOUETTE_ROWS, type Silhouette } from "../validity/silhouette.ts";
import { type Evidence, gatherEvidence } from "./evidence.ts";
import { kneedle } from "./kneedle.ts";
import { reasonOf } from "./reason.ts";
import { sampleRows } from "./sample.ts";
import { REFERENCE_SETS } from "./sets.ts";
import { sweep } from "./sweep.ts";

/** One k of the curve. */
export interface ElbowPoint {
  readonly k: number;
  readonly inertia: number;
  /** Mean silhouette; null for one cluster, for as many as rows, or where it was not asked for. */
  readonly silhouette: number | null;
  /** How much more ln(inertia) falls from k - 1 to k than it does without clusters; null for k = 1. */
  readonly excess: number | null;
  /** The excess in standard deviations of the structureless sets; null for k = 1. */
  readonly z: number | null;
}

/** The curve of inertia over k, and where it bends. */
export interface Elbow<Model extends KMeansModel = KMeansFit> {
  readonly curve: readonly ElbowPoint[];
  /** The largest k whose fall of inertia clusters alone explain; null where the curve has no clear elbow. */
  readonly k: number | null;
  /** The excess at `k`; null where there is no k. */
  readonly strength: number | null;
  /** What Kneedle says of the same curve; null where it sees no bend. */
  readonly kneedle: number | null;
  /** Why, in a sentence for people. */
  readonly reason: string;
  /** The clustering of each k of the curve. */
  readonly models: readonly Model[];
  /** Rows that the silhouettes were taken on; null where on all of them, or not at all. */
  readonly sampled: number | null;
}

/** A k counts where its excess is above this, in units of ln(inertia) and in standard deviations. */
const LEAST_EXCESS = 0.05;
const LEAST_Z = 3.5;

/** Stream of random numbers that the sample of rows is drawn from. */
const SAMPLE_STREAM = 0x726f7773;

/**
 * The same as with `ElbowOptions` alone, but that the models keep no labels, which take four bytes a row for each k:
 * `predict` finds those of the points again.
 */
export async function elbow(
  points: Points,
  options: ElbowOptions & { readonly labels: false },
): Promise<Elbow<KMeansModel>>;
/**
 * The curve of inertia over k, and the k where it bends. A curve bends even where there is nothing, so every fall is
 * measured against that of 40 sets without clusters of each of two kinds: uniform in the box of the principal components
 * (Tibshirani, Walther and Hastie 2001), and one peak with the data's own skew and correlations. k is the largest with an
 * excess above 0.05 and 3.5 standard deviations against both. Sets and data have the same number of rows, at most 1,000.
 *
 * @param options k range, silhouettes, and those of `kmeans`; given centroids are no option
 * @throws KentroError for points, weights or options that cannot be used; the signal's reason where it is aborted
 * @example
 * const { k, reason } = await elbow(points);
 */
export async function elbow(points: Points, options?: ElbowOptions): Promise<Elbow>;
export async function elbow(
  points: Points,
  { labels = true, ...options }: ElbowOptions & { readonly labels?: boolean } = {},
): Promise<Elbow<KMeansModel>> {
  return await withTeam<Elbow<KMeansModel>>(options.threads, (team) => {
    return elbowBy(team, points, options, (fit) => (labels ? fit : new KMeansModel(fit)));
  });
}

async function elbowBy<Model extends KMeansModel>(
  team: Team,
  points: Points,
  options: ElbowOptions,
  kept: (fit: KMeansFit) => Model,
): Promise<Elbow<Model>> {
  const { kMin = 1, kMax: asked = 10, silhouette = true, weights, signal, onProgress } = options;
  requireK(kMin, "kMin");
  requireK(asked, "kMax");
  if (asked < kMin) throw new KentroError("INVALID_K", `Expected kMax to be at least kMin = ${kMin}, got ${asked}`);
  const settings = checkedSettings(options);
  if (typeof settings.init !== "string") {
    throw new KentroError("INVALID_OPTION", "Expected init to be a method, since an elbow has many k, got points");
  }
  const pace = new Pace(signal);
  onProgress?.({ stage: "loading", fraction: WHOLE.start });
  const prepared = await prepare(points, weights, pace, team, settings.engine);
  const { matrix, frame } = prepared;
  const distinct = await countDistinctRows(matrix, asked, prepared.weights, pace);
  if (distinct < kMin) {
    throw new KentroError("TOO_FEW_DISTINCT_ROWS", `Expected at least kMin = ${kMin} distinct rows, got ${distinct}`);
  }
  const kMax = Math.min(asked, distinct);
  const sample = sampleRows(matrix, prepared.weights, frame.scale, new Random(settings.seed, SAMPLE_STREAM));
  // The work grows with the rows that are searched.
  const split = matrix.rows / (matrix.rows + REFERENCE_SETS * sample.rows);
  const [curve, references]: readonly Share[] = [
    { ...WHOLE, end: split },
    { ...WHOLE, start: split },
  ];
  const models: Model[] = [];
  const silhouettes: (Silhouette | null)[] = [];
  const silhouetteOf = silhouette ? await silhouettesFor(matrix, settings.seed, pace, team, onProgress) : null;
  const { restarts } = settings;
  const effort = (k: number) => (k === kMin ? effortFor(k, restarts, matrix.rows) : effortAlong(k, restarts));
  for await (const found of sweep(prepared, { kMin, kMax }, settings, effort, pace, { share: curve, onProgress })) {
    const fit = await fitOf(prepared, found, pace);
    models.push(kept(fit));
    const measured = (await silhouetteOf?.(fit)) ?? null;
    silhouettes.push(measured);
    onProgress?.({
      ...{ stage: silhouette ? "silhouette" : "iterating", k: fit.k, fraction: null },
      point: { k: fit.k, inertia: fit.inertia, silhouette: measured?.value ?? null, smallest: Math.min(...fit.sizes) },
    });
  }
  const evidence = await gatherEvidence({ sample, kMax, settings }, pace, team, { share: references, onProgress });
  const k = strongest(evidence, kMin);
  const bend = kneedle(
    models.map((model) => model.k),
    models.map((model) => model.inertia),
  );
  onProgress?.({ stage: "references", fraction: WHOLE.end });
  return {
    curve: models.map(({ k: own, inertia }, i) => {
      const { excess = null, z = null } = evidence.get(own) ?? {};
      return { k: own, inertia, silhouette: silhouettes[i]?.value ?? null, excess, z };
    }),
    k,
    strength: k === null ? null : (evidence.get(k)?.excess ?? null),
    kneedle: bend,
    reason: reasonOf({
      k,
      kMin,
      kMax,
      evidence,
      kneedle: bend,
      sampled: sample.partial ? sample.rows : null,
      distinct: kMax < asked ? distinct : null,
    }),
    models,
    sampled: silhouettes.find((each) => each !== null)?.sampled ?? null,
  };
}

function strongest(evidence: ReadonlyMap<number, Evidence>, kMin: number): number | null {
  let found: number | null = null;
  for (const [k, { excess, z }] of evidence) {
    if (k >= kMin && excess > LEAST_EXCESS && z > LEAST_Z && k > (found ?? 0)) found = k;
  }
  return found;
}

async function silhouettesFor(
  points: Points,
  seed: number,
  pace: Pace,
  team: Team,
  onProgress: OnProgress | undefined,
): Promise<(fit: KMeansFit) => Promise<Silhouette | null>> {
  const data = await framed(points, pace);
  const { rows } = data.matrix;
  return async ({ k, labels, sizes }) => {
    onProgress?.({ stage: "silhouette", k, fraction: null });
    if (k < 2 || k >= rows) return null;
    const clusters = { codes: labels, k, sizes: Int32Array.from(sizes) };
    return await meanSilhouette(data, clusters, SILHOUETTE_ROWS, seed, pace, team);
  };
}
