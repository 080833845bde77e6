import type { Matrix } from "@kentro/core";
import type { Draft } from "./draft.ts";
import { trainingOf } from "./drift/training.ts";
import type { Ground } from "./ground.ts";
import { SegmentationModel } from "./model/segmentation-model.ts";
import type { Pace } from "./pace.ts";
import { portraits } from "./portraits.ts";
import type { Segment, Segmentation } from "./segmentation.ts";
import { type HowSure, ofSegments } from "./stability/how-sure.ts";

/** Who the segments of a draft are: with profiles, names and portraits, and a model of them. */
export async function describe(
  { prepared, clusteredBy, value, plays, seed }: Ground,
  { kmeans, clusters, order, labels, said, usedLabels, profiles, names }: Draft,
  sure: HowSure,
  pace: Pace,
): Promise<Pick<Segmentation, "segments" | "labels" | "model" | "stability" | "value">> {
  const { table, features, categories, recipe, choice, scale, rows, points } = prepared;
  const { sizes, centroids } = kmeans;
  const training = await trainingOf([...features, ...categories], points, { centroids, labels: clusters }, seed, pace);
  const segments = order.map((cluster, id) => ({ ...said[id]!, size: sizes[cluster]!, cluster }));
  const model = new SegmentationModel({ recipe, scale, seed, rows: rows.length, segments, kmeans, training });

  const told = await portraits(
    {
      ...{ table, choice, features: clusteredBy, summaries: profiles.summaries },
      ...{ points, rows, labels: usedLabels },
      ...{ shares: model.segments.map(({ share }) => share), centroids: ordered(centroids, order) },
      ...{ value, plays, seed },
    },
    pace,
  );
  const known = ofSegments(sure, order, sizes);
  const inUnits = model.centroids;
  return {
    segments: model.segments.map((each, id): Segment => {
      return {
        ...{ ...each, ...profiles.segments[id]!, centroid: inUnits[id]!, evidence: names[id]!.evidence },
        ...{ ...told.segments[id]!, ...known.segments[id]! },
      };
    }),
    ...{ labels, model, stability: known.stability, value: told.value },
  };
}

function ordered({ data, rows, columns }: Matrix, order: readonly number[]): Matrix {
  const lines = order.flatMap((row) => [...data.subarray(row * columns, (row + 1) * columns)]);
  return { data: Float64Array.from(lines), rows, columns };
}
