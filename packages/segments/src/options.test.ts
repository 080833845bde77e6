import { expect, test } from "vitest";
import { checkOptions, type SegmentOptions } from "./options.ts";

test("every option may be left out, and every kind of each is taken", () => {
  const good: readonly SegmentOptions[] = [
    {},
    { features: "all", scale: "none", k: "auto", kMax: 2 },
    { features: ["Age"], scale: "robust", k: 1, kMax: 1000 },
    { log: ["Age"], clip: [0, 1], missing: "median", categorical: ["Town"], weights: { Age: 0.1, Town: 1_000_000 } },
    { missing: ["median", "category"], log: [], categorical: [], weights: {} },
    { missing: ["drop"] },
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
  [{ log: "income" }, "INVALID_OPTION", 'Expected log to be a list of names, got "income".'],
  [{ categorical: [7] }, "INVALID_OPTION", 'Expected categorical to be a list of names, got "7".'],
  [{ clip: [0.5] }, "INVALID_OPTION", 'Expected clip to be two quantiles from 0 to 1, the lower first, got "0.5".'],
  [{ clip: [0.9, 0.1] }, "INVALID_OPTION", 'the lower first, got "0.9,0.1".'],
  [{ clip: [0, Number.NaN] }, "INVALID_OPTION", 'the lower first, got "0,NaN".'],
  [{ clip: [-0.1, 0.5] }, "INVALID_OPTION", 'the lower first, got "-0.1,0.5".'],
  [{ clip: 0.1 }, "INVALID_OPTION", 'the lower first, got "0.1".'],
  [{ missing: "mean" }, "INVALID_OPTION", 'Expected missing to be drop, median or category, got "mean".'],
  [{ missing: [] }, "INVALID_OPTION", 'Expected missing to be drop, median or category, got "".'],
  [
    { missing: ["drop", "median"] },
    "INVALID_OPTION",
    'Expected missing to be drop, or median and category, got "drop, median".',
  ],
  [{ weights: { a: 0 } }, "INVALID_OPTION", 'Expected the weight of "a" to be over 0 and at most 1000000, got 0.'],
  [{ weights: { a: Number.NaN } }, "INVALID_OPTION", "got NaN."],
  [{ weights: { a: 1e7 } }, "INVALID_OPTION", "got 10000000."],
  [{ weights: { a: "2" } }, "INVALID_OPTION", "got 2."],
  [{ weights: 2 }, "INVALID_OPTION", 'Expected weights to be numbers by name, got "2".'],
  [{ features: new Array(1001).fill("a") }, "TOO_MANY", "Expected at most 1000 features, got 1001."],
])("%j is refused", (options, code, message) => {
  // As a caller without types would.
  const refused = () => checkOptions(options as SegmentOptions);
  expect(refused).toThrow(message);
  expect(refused).toThrow(expect.objectContaining({ code }));
});
