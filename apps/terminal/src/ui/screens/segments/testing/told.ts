import type { Segment } from "@kentro/segments";
import type { State } from "../../../state/state.ts";

/** The state with everything told of the first segment that can be. */
export function told(state: State): State {
  const { result } = state;
  const [first, ...others] = result?.segmentation.segments ?? [];
  if (result === null || first === undefined) return state;
  const segment: Segment = {
    ...first,
    note: "Call in May",
    value: { total: 1234, share: 0.321, mean: 246.8, high: true },
    typical: [2, 0, 1],
    rule: {
      ...{ conditions: [], words: "income under 20", sql: "", precision: 0.7, recall: 1, sufficient: false },
    },
    suggestions: [
      { title: "Keep them", advice: "They matter.", because: ["income 10.8 (all customers: 39.8)"] },
      { title: "Reach the young", advice: "By phone.", because: [] },
    ],
    stability: { jaccard: 0.94, level: "highly stable" },
    border: { customers: 1, share: 0.2 },
  };
  const value = { column: "Total spend", total: 3844, mean: 349 };
  return {
    ...state,
    result: { ...result, segmentation: { ...result.segmentation, value, segments: [segment, ...others] } },
  };
}
