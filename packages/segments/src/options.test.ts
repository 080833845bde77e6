import { expect, test } from "vitest";
import { checkOptions, type SegmentOptions } from "./options.ts";

test("every option may be left out, and every kind of each is taken", () => {
  const good: readonly SegmentOptions[] = [
    {},
    { features: "all", scale: "none", k: "auto", kMax: 2 },
    { features: ["Age"], scale: "robust", k: 1, kMax: 1000 },
  ];
  for (const options of good) expect(() => checkOptions(options)).not.toThrow();
});

test.each([
  [{ k: 0 }, "INVALID_OPTION", "Expected k to be a whole number from 1, got 0."],
  [{ k: 2.5 }, "INVALID_OPTION", "Expected k to be a whole number from 1, got 2.5."],
  [{ k: Number.NaN }, "INVALID_OPTION", "Expected k to be a whole number from 1, got NaN."],
  [{ k: 1001 }, "TOO_MANY", "Expected k to be at most 1000 segments, got 1001."],
  [{ kMax: 1 }, "INVALID_OPTION", "Expected kMax to be a whole number from 2, got 1."],
  [{ scale: "log" }, "INVALID_OPTION", 'Expected scale to be one of standard, minmax, robust, none, got "log".'],
  [{ features: "income" }, "INVALID_OPTION", 'Expected features to be a list of names or "all", got "income".'],
  [{ features: new Array(1001).fill("a") }, "TOO_MANY", "Expected at most 1000 features, got 1001."],
])("%j is refused", (options, code, message) => {
  // As a caller without types would.
  const refused = () => checkOptions(options as SegmentOptions);
  expect(refused).toThrow(message);
  expect(refused).toThrow(expect.objectContaining({ code }));
});
