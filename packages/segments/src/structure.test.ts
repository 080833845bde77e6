import { expect, test } from "vitest";
import { structureByElbow, structureBySilhouette } from "./structure.ts";

test("segments whose number was given are as clear as their silhouette", () => {
  expect([0.5, 0.49, 0.25, 0.24, -1, null].map(structureBySilhouette)).toEqual([
    "clear",
    "weak",
    "weak",
    "none",
    "none",
    "none",
  ]);
});

test("segments found by a clear elbow are clear", () => {
  expect(structureByElbow(true, 0.1)).toBe("clear");
});

test("without a clear elbow they are weak at best", () => {
  expect([0.9, 0.25, 0.24, null].map((silhouette) => structureByElbow(false, silhouette))).toEqual([
    "weak",
    "weak",
    "none",
    "none",
  ]);
});
