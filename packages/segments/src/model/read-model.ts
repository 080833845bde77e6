import { KMeansModel } from "@kentro/core";
import { readTraining } from "../drift/read-training.ts";
import { SegmentsError } from "../error.ts";
import { LARGEST } from "../preparation/refusal.ts";
import { scales } from "../statistics/scale.ts";
import { isLegible } from "./legible.ts";
import { FEWEST_TOLD, LONGEST_NAME, LONGEST_NOTE, MOST_COORDINATES, MOST_FEATURES, MOST_SEGMENTS } from "./limits.ts";
import { readFeature } from "./read-feature.ts";
import { FORMAT, VERSION } from "./saved.ts";
import { type SavedFeature, width } from "./saved-feature.ts";
import { type Found, invalid, readArray, readNumber, readObject, readText, readWhole } from "./schema.ts";
import type { ModelParts } from "./segmentation-model.ts";

/** What a saved segmentation says, if it is one in every detail. Throws INVALID_MODEL, NEWER_MODEL. */
export function readModel(json: unknown): ModelParts {
  checkFormat(json);
  const file = readObject({ value: json, at: "the file" }, KEYS);
  const rows = readWhole(file.rows, 1);
  const seed = readWhole(file.seed, 0);
  const scale = scales.find((each) => each === file.scale.value);
  if (scale === undefined) throw invalid(file.scale, `one of ${scales.join(", ")}`);
  const features = readArray(file.features, MOST_FEATURES).map(readFeature);
  requireDistinct(
    features.map(({ name }) => name),
    file.features,
    "names",
  );
  const columns = features.reduce((total, feature) => total + width(feature), 0);
  if (columns > MOST_COORDINATES) throw invalid(file.features, `of at most ${MOST_COORDINATES} coordinates`);
  const given = readArray(file.segments, MOST_SEGMENTS);
  const segments = given.map((found) => readSegment(found, { rows, k: given.length, features }));
  for (const key of ["letter", "name", "cluster"] as const) {
    requireDistinct(
      segments.map((each) => each[key]),
      file.segments,
      `a ${key} each`,
    );
  }
  const kmeans = readKMeans(file.kmeans);
  if (kmeans.k !== segments.length) throw invalid(file.kmeans, `of k = ${segments.length}, one for each segment`);
  if (kmeans.centroids.columns !== columns) throw invalid(file.kmeans, `of ${columns} columns, as the features are`);
  if (kmeans.precision !== "float64") throw invalid(file.kmeans, "of precision float64");
  if (segments.some(({ size, cluster }) => kmeans.sizes[cluster] !== size)) {
    throw invalid(file.kmeans, "of the sizes that the segments have");
  }
  if (segments.reduce((total, { size }) => total + size, 0) !== rows) throw invalid(file.rows, "the sum of the sizes");
  if (kmeans.centroids.data.some((value) => !(Math.abs(value) <= LARGEST))) {
    throw invalid(file.kmeans, `with centroids up to ${LARGEST}`);
  }
  const training = readTraining(file.training, features);
  return { recipe: features, scale, seed, rows, segments, kmeans, training };
}

const KEYS = ["format", "version", "rows", "seed", "scale", "features", "segments", "kmeans", "training"] as const;
const LETTER = /^[A-Z]{1,3}$/;

function checkFormat(json: unknown): void {
  const { format, version }: { format?: unknown; version?: unknown } =
    typeof json === "object" && json !== null ? json : {};
  if (format !== FORMAT) {
    throw new SegmentsError("INVALID_MODEL", `This is no saved segmentation: its format is not "${FORMAT}".`);
  }
  if (typeof version === "number" && version > VERSION) {
    const message = `This segmentation was saved by a newer Kentro (version ${version} of the format): update Kentro to read it.`;
    throw new SegmentsError("NEWER_MODEL", message);
  }
  if (version !== VERSION) throw invalid({ value: version, at: "version" }, String(VERSION));
}

function readSegment(
  found: Found,
  { rows, k, features }: { rows: number; k: number; features: readonly SavedFeature[] },
): ModelParts["segments"][number] {
  const keys = ["letter", "name", "size", "share", "cluster", "centroid"] as const;
  const { letter, name, size, share, cluster, centroid, note } = readObject(found, keys, ["note"]);
  const segment = {
    letter: readText(letter, 3),
    name: readText(name, LONGEST_NAME),
    note: note === undefined ? null : readNote(note),
    size: readWhole(size, 0, rows),
    cluster: readWhole(cluster, 0, k - 1),
  };
  if (!LETTER.test(segment.letter)) throw invalid(letter, "a letter from A to Z, or up to three");
  if (!isLegible(segment.name)) throw invalid(name, "a name in visible characters");
  if (Math.abs(readNumber(share, 0, 1) - segment.size / rows) > 1e-9) throw invalid(share, "size / rows");
  checkCentroid(centroid, segment.size, features);
  return segment;
}

function readNote(found: Found): string {
  const note = readText(found, 2 * LONGEST_NOTE);
  if (!isLegible(note) || [...note].length > LONGEST_NOTE) {
    throw invalid(found, `a note of at most ${LONGEST_NOTE} visible characters`);
  }
  return note;
}

function checkCentroid(found: Found, size: number, features: readonly SavedFeature[]): void {
  if (size < FEWEST_TOLD) {
    if (found.value !== null) throw invalid(found, `null in a segment of fewer than ${FEWEST_TOLD}`);
    return;
  }
  const units = readArray(found, MOST_FEATURES);
  if (units.length !== features.length) throw invalid(found, `a list of ${features.length} entries`);
  for (const [i, unit] of units.entries()) {
    const feature = features[i]!;
    if (feature.type === "numeric") {
      readNumber(unit, -Number.MAX_VALUE, Number.MAX_VALUE);
      continue;
    }
    const shares = readArray(unit, MOST_COORDINATES);
    if (shares.length !== width(feature)) throw invalid(unit, `a list of ${width(feature)} shares`);
    for (const share of shares) readNumber(share, 0, 1);
  }
}

function readKMeans(found: Found): KMeansModel {
  const { value, at } = found;
  if (typeof value === "string") throw invalid(found, "an object");
  try {
    return KMeansModel.fromJSON(value);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new SegmentsError("INVALID_MODEL", `This is no valid saved segmentation: ${at}: ${why}`, { cause });
  }
}

function requireDistinct(values: readonly (string | number)[], at: Found, what: string): void {
  if (new Set(values).size < values.length) throw invalid(at, `of ${what} that differ`);
}
