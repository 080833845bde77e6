import { expect, test } from "vitest";
import { cases } from "../cases.ts";
import { pretend } from "../testing/pretend.ts";
import { FULL } from "./effort.ts";
import { measure } from "./measure.ts";

const BLOBS = cases[2];

test("who would take too long is left out and named", async () => {
  const contenders = [pretend("kentro"), pretend("sloth", { slow: true })];
  const { measured, leftOut, on } = await measure("elbow", { ...BLOBS, rows: 1e9 }, contenders, FULL, () => {});
  expect(measured.map(({ name }) => name)).toEqual(["kentro"]);
  expect(leftOut).toEqual(["sloth float64, 1 thread"]);
  expect(on).toBe(BLOBS.name);
});

test("an iteration needs the reference among its contenders", async () => {
  const contenders = [pretend("kentro", { precision: "float32" })];
  await expect(measure("iteration", BLOBS, contenders, FULL, () => {})).rejects.toThrow(
    "Expected kentro float64, 1 thread to take part",
  );
});
