import type { Members } from "./protocol.ts";

/** The rows of each segment, from the segment of each row (-1: in none). */
export function membersOf(labels: Int32Array, segments: number): Members {
  const starts = new Int32Array(segments + 1);
  for (const label of labels) if (label >= 0) starts[label + 1]!++;
  for (let segment = 0; segment < segments; segment++) starts[segment + 1]! += starts[segment]!;
  const rows = new Int32Array(starts[segments]!);
  const next = starts.slice(0, segments);
  for (let row = 0; row < labels.length; row++) {
    const label = labels[row]!;
    if (label >= 0) rows[next[label]!++] = row;
  }
  return { rows, starts };
}
