import type { Drift, FeatureElbow, Migration, ModelSegment, Segment, Segmentation } from "@kentro/segments";
import type { StreamedPrediction } from "./streamed-prediction.ts";

/** Above this many rows read, labels are given only where they are asked for. */
export const MOST_LABELS = 100_000;

/** An object as the one line that `--json` prints, with no character in it that a terminal would obey. */
export function jsonLine(object: object): string {
  return `${JSON.stringify(object).replace(OBEYED, escaped)}\n`;
}

// What JSON itself lets through: DEL, C1, and what turns the direction of text.
const OBEYED = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** What `kentro segment --json` prints: schema/segment.schema.json. */
export function segmentationJson(result: Segmentation, withLabels: boolean): object {
  const { rows, rowsRead, features, scale, k, structure, seed, inertia, silhouette, labels } = result;
  const { headline, silhouetteSampled, notes, choice, leftOut, value, howMany, edits, elbow, stability } = result;
  return {
    ...{ rows, rowsRead, features, scale, k, structure, seed, inertia, silhouette },
    segments: result.segments.map(segmentJson),
    ...{ headline, silhouetteSampled, notes, columns: choice.columns, leftOut, value, howMany, edits, stability },
    elbow: elbow === null ? null : evidenceJson(elbow),
    labels: labelsJson(labels, withLabels),
  };
}

function segmentJson(segment: Segment): object {
  const { means, numeric, categories, centroid, evidence } = segment;
  const { note, value, typical, rule, suggestions, stability, border } = segment;
  return {
    ...{ ...summary(segment), means, numeric, categories, centroid, evidence },
    ...{ note, value, typical, rule, suggestions, stability, border },
  };
}

/** What `kentro elbow --json` prints: schema/elbow.schema.json. */
export function elbowJson({ rows, rowsRead, features, scale, notes, choice, leftOut, elbow }: FeatureElbow): object {
  const curve = elbow.curve.map(({ k, inertia, silhouette }) => ({ k, inertia, silhouette }));
  const { k, strength, reason, ...evidence } = evidenceJson(elbow);
  const found = { rows, rowsRead, features, scale, curve, k, strength, reason, ...evidence };
  return { ...found, notes, columns: choice.columns, leftOut };
}

/** What `kentro predict --json` prints: schema/predict.schema.json. */
export function predictionJson(
  { rows, rowsRead, labels, segments, leftOut }: StreamedPrediction,
  withLabels: boolean,
): object {
  const shown = labels && labelsJson(labels, withLabels);
  return { rows, rowsRead, labels: shown, segments: segments.map(summary), leftOut };
}

/** Above this many customers who moved, they are left to --out. */
const MOST_MOVES = 100_000;

/** What `kentro drift --json` prints: schema/drift.schema.json. */
export function driftJson(found: Drift): object {
  return found;
}

/** What `kentro migrate --json` prints: schema/migrate.schema.json. */
export function migrationJson(found: Migration): object {
  return { ...found, moves: found.moves.length > MOST_MOVES ? null : found.moves };
}

function evidenceJson({ curve, k, strength, kneedle, reason }: FeatureElbow["elbow"]) {
  return { k, strength, reason, kneedle, evidence: curve.map(({ k, excess, z }) => ({ k, excess, z })) };
}

function summary({ id, letter, name, size, share }: ModelSegment): Omit<ModelSegment, "note"> {
  return { id, letter, name, size, share };
}

function labelsJson(labels: Int32Array, asked: boolean): (number | null)[] | null {
  if (!asked && labels.length > MOST_LABELS) return null;
  return Array.from(labels, (label) => (label < 0 ? null : label));
}
