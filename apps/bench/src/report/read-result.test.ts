import { expect, test } from "vitest";
import { RESULT } from "../testing/measured.ts";
import { readResult } from "./read-result.ts";

function written(change: object = {}): unknown {
  return JSON.parse(JSON.stringify({ ...RESULT, ...change }));
}

test("what was written is read as it was", () => {
  expect(readResult(written())).toEqual(RESULT);
});

test.each([
  [{ format: "other" }, "Expected the format kentro-bench, version 1"],
  [{ version: 2 }, "version 1"],
  [{ date: 5 }, "Expected date to be a string"],
  [{ breadth: "wide" }, "Expected breadth to be full, quick, reach"],
  [{ machine: null }, "Expected machine to be an object"],
  [{ measurements: {} }, "Expected measurements to be an array"],
  [{ measurements: [{ ...RESULT.measurements[0], work: "play" }] }, "Expected work to be iteration"],
  [{ measurements: [{ ...RESULT.measurements[0], measured: [{}] }] }, "Expected name to be a string"],
])("%j is refused by name", (change, message) => {
  expect(() => readResult(written(change))).toThrow(message);
});
