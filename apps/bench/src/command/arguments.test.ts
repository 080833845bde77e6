import { expect, test } from "vitest";
import { cases } from "../cases.ts";
import { readArguments } from "./arguments.ts";

const ALL = cases.map(({ id }) => id);
const MEASURE = { command: "measure", quick: false, json: null, caseIds: ALL };

test("without options all cases are measured", () => {
  expect(readArguments([])).toEqual(MEASURE);
});

test("cases may be chosen, one option each", () => {
  expect(readArguments(["--case", "mall", "--case", "1m-4", "--quick"])).toEqual({
    ...MEASURE,
    quick: true,
    caseIds: ["mall", "1m-4"],
  });
});

test("JSON goes to a file where one is named, and to standard output where none is", () => {
  expect(readArguments(["--json", "out.json"])).toEqual({ ...MEASURE, json: { file: "out.json" } });
  expect(readArguments(["--json"])).toEqual({ ...MEASURE, json: { file: null } });
  expect(readArguments(["--json", "--quick"])).toEqual({ ...MEASURE, quick: true, json: { file: null } });
});

test("the -- that npm needs is passed over", () => {
  expect(readArguments(["--", "--quick"])).toEqual({ ...MEASURE, quick: true });
});

test("help goes before everything else that is understood", () => {
  expect(readArguments(["--quick", "--help"])).toEqual({ command: "help" });
});

test.each([
  [["--fast"], 'There is no option "--fast"'],
  [["mall"], 'There is no option "mall"'],
  [["--case", "huge"], "got huge."],
  [["--case"], "got nothing."],
])("%j is wrong usage", (args, message) => {
  expect(readArguments(args)).toEqual({ command: "wrong", message: expect.stringContaining(message) });
});
