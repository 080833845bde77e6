import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { expect, test } from "vitest";
import { SampleFile } from "./sample-file.ts";

const SAMPLE = { rows: 2, columns: 1, k: 1, points: Float32Array.of(1.5, -2), start: Float32Array.of(1.5) };

test("a sample is its points and its start, float32 and little-endian", async () => {
  const files = new SampleFile();
  const bytes = readFileSync(await files.pathOf(SAMPLE));
  expect([0, 4, 8].map((at) => bytes.readFloatLE(at))).toEqual([1.5, -2, 1.5]);
  expect(bytes).toHaveLength(12);
  files.remove();
});

test("another sample takes the place of the one before", async () => {
  const files = new SampleFile();
  const path = await files.pathOf(SAMPLE);
  expect(await files.pathOf({ ...SAMPLE, points: Float32Array.of(7, 8) })).toBe(path);
  expect(readFileSync(path).readFloatLE(0)).toBe(7);
  files.remove();
});

test("what Python wrote is read, and the folder goes in the end", async () => {
  const files = new SampleFile();
  writeFileSync(files.setPath("iris"), new Uint8Array(Float32Array.of(5, 3).buffer));
  expect(await files.readSet("iris")).toEqual(Float32Array.of(5, 3));
  files.remove();
  expect(existsSync(dirname(files.setPath("iris")))).toBe(false);
});
