import type { HowMany, Segment, SegmentStability } from "@kentro/segments";
import type { ElbowCurve, Result } from "../work/protocol.ts";
import { curveOf } from "./made.ts";

/**
 * The result with all that a segmentation may tell besides: stability, borders, rules, suggestions, what each segment is
 * worth, its most typical customers, how many segments there are, notes. The numbers are made up, the names the result's own.
 */
export function richly(result: Result): Result {
  const { segmentation, members } = result;
  const { segments: plain, features } = segmentation;
  const column = features[0] ?? "nothing";
  const segments = plain.map((segment): Segment => {
    const rows = members.rows.subarray(members.starts[segment.id], members.starts[segment.id + 1]);
    return {
      ...segment,
      typical: [...rows.subarray(0, 3)],
      stability: stabilityOf(segment.id),
      border: { customers: Math.floor(segment.size / 4), share: 0.25 },
      rule: {
        conditions: [{ column, type: "over", threshold: 12.5 }],
        words: `${column} over 12.5`,
        sql: `"${column.replaceAll('"', '""')}" > 12.5`,
        ...{ precision: 0.97, recall: 0.81, sufficient: true },
      },
      suggestions: [
        {
          title: "Keep them",
          advice: `Thank those who are ${segment.name}. Offer nothing that they would buy anyway.`,
          because: [`${column} 82 (all customers: 50)`],
        },
      ],
      value: { total: 1000 * (segment.id + 1), share: 1 / plain.length, mean: 125.5, high: segment.id === 0 },
      evidence: [{ feature: column, level: "high", mean: 82, rest: 50, difference: 1.4 }],
    };
  });
  return {
    ...result,
    segmentation: {
      ...segmentation,
      segments,
      value: { column, total: 6000, mean: 100 },
      howMany: howManyOf(curveOf(result.settings, plain.length)),
      stability: {
        ...{ resamples: 100, resampleRows: segmentation.rows, comparedRows: segmentation.rows, seed: 0, mean: 0.74 },
        segments: plain.map(({ id }) => stabilityOf(id)),
      },
      notes: {
        ...segmentation.notes,
        repeatedRows: 2,
        sentences: [
          `${segmentation.rowsRead} rows read, ${segmentation.rows} used.`,
          `Clustered by ${features.join(", ")}.`,
          `${column} is long to the right: its logarithm may separate better.`,
          "2 rows are the same as an earlier row in every column but identifiers.",
        ],
      },
    },
  };
}

/** Stable, doubtful, unstable, and so on. */
function stabilityOf(segment: number): SegmentStability {
  const all: readonly SegmentStability[] = [
    { jaccard: 0.93, level: "stable" },
    { jaccard: 0.68, level: "doubtful" },
    { jaccard: 0.41, level: "unstable" },
  ];
  return all[segment % all.length]!;
}

function howManyOf({ points, k }: ElbowCurve): HowMany {
  return {
    candidates: points.map((point) => ({ ...point, stability: point.k === 1 ? null : 0.9 - 0.03 * point.k })),
    votes: { elbow: k, silhouette: 2, stability: 5 },
    suggestion: k ?? 2,
    reason: `The curve bends at k = ${k}.`,
    disagreement: `The elbow says ${k}, the silhouette 2, stability 5.`,
    resampling: { resamples: 20, resampleRows: 200, comparedRows: 200, restarts: 1, seed: 0 },
  };
}
