import { expect, test } from "vitest";
import { elbowOf } from "./elbow-of.ts";
import { mall, mallPreset } from "./mall.ts";
import type { SegmentProgress } from "./progress.ts";
import { tableOf } from "./testing/table.ts";

test("the mall's curve is the textbook's and bends at five", async () => {
  const { elbow, features, scale, rows, rowsRead } = await elbowOf(mall, { ...mallPreset, scale: "none" });
  const known = [269981.28, 181363.6, 106348.37, 73679.79, 44448.46, 37233.81, 30227.61, 24986.53, 21794.89, 19634.55];
  expect(elbow.curve.map(({ k }) => k)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  for (const [i, { inertia }] of elbow.curve.entries()) expect(inertia).toBeLessThan(known[i]! * 1.01);
  for (const i of [0, 1, 2, 3, 4]) expect(elbow.curve[i]?.inertia).toBeCloseTo(known[i]!, 2);
  expect(elbow.k).toBe(5);
  expect([features, scale, rows, rowsRead]).toEqual([mallPreset.features, "none", 200, 200]);
});

test("it bends there in the scaled space too", async () => {
  const { elbow } = await elbowOf(mall, mallPreset);
  expect(elbow.k).toBe(5);
  expect(elbow.curve[0]?.inertia).toBeCloseTo(400, 9);
  expect(elbow.curve[0]?.silhouette).toBeNull();
});

test("the curve ends where the options say, or the distinct rows", async () => {
  expect((await elbowOf(mall, { ...mallPreset, kMax: 3 })).elbow.curve.length).toBe(3);
  const { elbow, leftOut } = await elbowOf(tableOf({ a: [1, 2, 4, 4, null] }), { features: ["a"] });
  expect(elbow.curve.map(({ k }) => k)).toEqual([1, 2, 3]);
  expect(elbow.reason).toContain("only 3 rows are distinct");
  expect(leftOut.count).toBe(1);
});

test("it comes with the notes on the data", async () => {
  const { notes } = await elbowOf(mall, { ...mallPreset, kMax: 2 });
  expect(notes.sentences[0]).toBe("200 rows read, all used.");
});

test("the points of the curve are told as they come", async () => {
  const points: SegmentProgress["point"][] = [];
  const onProgress = ({ point }: SegmentProgress): unknown => point && points.push(point);
  const { elbow } = await elbowOf(mall, { ...mallPreset, kMax: 6, onProgress });
  expect(points).toEqual(
    elbow.curve.map(({ k, inertia, silhouette }, i) => {
      return { k, inertia, silhouette, smallest: Math.min(...elbow.models[i]!.sizes) };
    }),
  );
});

test("options are checked", async () => {
  await expect(elbowOf(mall, { kMax: 1 })).rejects.toMatchObject({ code: "INVALID_OPTION" });
  await expect(elbowOf(mall, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: "AbortError" });
});
