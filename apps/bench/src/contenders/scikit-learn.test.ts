import { expect, test } from "vitest";
import { pythonsToTry, startScikitLearn } from "./scikit-learn.ts";

test("without a wish, two Pythons are tried", () => {
  expect(pythonsToTry({})).toEqual(["python3", "/usr/bin/python3"]);
  expect(pythonsToTry({ KENTRO_PYTHON: "" })).toEqual(["python3", "/usr/bin/python3"]);
});

test("a Python that is wished for is the only one", () => {
  expect(pythonsToTry({ KENTRO_PYTHON: "/opt/python" })).toEqual(["/opt/python"]);
});

test("a Python that is missing, or says something else, is passed over", async () => {
  expect(await startScikitLearn(["/nowhere/python3", process.execPath])).toBeNull();
});
