import { expect, test } from "vitest";
import { pythonsToTry, startScikitLearn, withoutScikitLearn } from "./scikit-learn.ts";

test("without a wish, two Pythons are tried", () => {
  expect(pythonsToTry({})).toEqual(["python3", "/usr/bin/python3"]);
  expect(pythonsToTry({ KENTRO_PYTHON: "" })).toEqual(["python3", "/usr/bin/python3"]);
});

test("a Python that is wished for is the only one", () => {
  expect(pythonsToTry({ KENTRO_PYTHON: "/opt/python" })).toEqual(["/opt/python"]);
});

test("a Python that is missing, or says something else, is passed over", async () => {
  const { signal } = new AbortController();
  expect(await startScikitLearn(["/nowhere/python3", process.execPath], signal)).toBeNull();
});

test("one line says that scikit-learn is left out, and how to get it", () => {
  const line = withoutScikitLearn(["python3", "/usr/bin/python3"]);
  expect(line).toContain("python3 and /usr/bin/python3 cannot import it");
  expect(line).toContain("apt-get install python3-sklearn");
  expect(line).not.toContain("\n");
});
