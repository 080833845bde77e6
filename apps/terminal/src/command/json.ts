import type { FeatureElbow, ModelSegment, Prediction, Segmentation } from "@kentro/segments";

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

/** What `kentro segment --json` prints. */
export function segmentationJson(result: Segmentation, withLabels: boolean): object {
  const { rows, rowsRead, features, scale, k, structure, seed, inertia, silhouette, labels } = result;
  const segments = result.segments.map((segment) => ({ ...summary(segment), means: segment.means }));
  const given = { rows, rowsRead, features, scale, k, structure, seed, inertia, silhouette, segments };
  return { ...given, labels: labelsJson(labels, withLabels) };
}

/** What `kentro elbow --json` prints. */
export function elbowJson({ rows, rowsRead, features, scale, elbow }: FeatureElbow): object {
  const curve = elbow.curve.map(({ k, inertia, silhouette }) => ({ k, inertia, silhouette }));
  return { rows, rowsRead, features, scale, curve, k: elbow.k, strength: elbow.strength, reason: elbow.reason };
}

/** What `kentro predict --json` prints. */
export function predictionJson({ rows, rowsRead, labels, segments }: Prediction, withLabels: boolean): object {
  return { rows, rowsRead, labels: labelsJson(labels, withLabels), segments: segments.map(summary) };
}

function summary({ id, letter, name, size, share }: ModelSegment): ModelSegment {
  return { id, letter, name, size, share };
}

function labelsJson(labels: Int32Array, asked: boolean): (number | null)[] | null {
  if (!asked && labels.length > MOST_LABELS) return null;
  return Array.from(labels, (label) => (label < 0 ? null : label));
}
