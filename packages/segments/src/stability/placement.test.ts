import { expect, test } from "vitest";
import { mall, mallPreset } from "../mall.ts";
import { segment } from "../segment.ts";
import { withUnreadable } from "../testing/table.ts";
import { BORDER_MARGIN } from "./borders.ts";

const { model, labels, segments } = await segment(mall, { ...mallPreset, k: 5, resamples: 0 });

test("customers are placed in the segments that they were found in", async () => {
  const placed = await model.place(mall);
  expect(placed.labels).toEqual(labels);
  const border = segments.map(() => 0);
  for (const [row, margin] of placed.margin.entries()) {
    expect(placed.second[row]).not.toBe(placed.labels[row]);
    if (margin < BORDER_MARGIN) border[labels[row]!]!++;
  }
  expect(border).toEqual(segments.map((each) => each.border?.customers));
});

test("the next segment is one in the order of the segments", async () => {
  const { second, distance, margin } = await model.place(mall);
  // scikit-learn 1.2.1, d = KMeans(5, n_init=50, random_state=0).fit(X).transform(X): of the first customer
  // (np.sort(d[0])[1] - d[0].min()) / np.sort(d[0])[1].
  expect(segments[second[0]!]?.letter).toBe("A");
  expect(distance[0]).toBeCloseTo(0.8241416992302465, 12);
  expect(margin[0]).toBeCloseTo(0.48211789626482315, 12);
});

test("rows that cannot be used have no place", async () => {
  const placed = await model.place(withUnreadable(mall, "Annual Income (k$)", [{ row: 7, value: "?" }]));
  const at = [placed.labels, placed.distance, placed.second, placed.margin].map((each) => each[7]);
  expect(at).toEqual([-1, Number.NaN, -1, Number.NaN]);
  expect(placed.labels[8]).toBe(labels[8]);
});
