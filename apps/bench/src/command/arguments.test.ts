import { expect, test } from "vitest";
import { cases } from "../cases.ts";
import { WORKS } from "../works.ts";
import { HELP, readArguments } from "./arguments.ts";

const ALL = cases.map(({ name }) => name);
const MEASURE = { command: "measure", breadth: "full", works: WORKS, on: ALL, json: null };

test("without options everything is measured", () => {
  expect(readArguments([])).toEqual(MEASURE);
});

test("works and cases may be chosen, cases by any text in their names", () => {
  const asked = readArguments(["--only", "fit,iteration", "--case", "1m X 4", "--case", "mall", "--quick"]);
  const on = ["200 x 2 k 5 mall", "1M x 4 k 8 blobs", "1M x 4 k 8 far blobs", "1M x 4 k 8 noise"];
  expect(asked).toEqual({ ...MEASURE, breadth: "quick", works: ["iteration", "fit"], on });
});

test("JSON goes to a file, or with - to standard output", () => {
  expect(readArguments(["--json", "out.json"])).toEqual({ ...MEASURE, json: "out.json" });
  expect(readArguments(["--json", "-", "--reach"])).toEqual({ ...MEASURE, breadth: "reach", json: "-" });
});

test("a result is shown, drawn and put into a README", () => {
  expect(readArguments(["--from", "a.json"])).toEqual({ command: "show", from: "a.json", svg: null, readme: null });
  expect(readArguments(["--from", "a.json", "--svg", "b.svg", "--readme", "c.md"])).toEqual({
    command: "show",
    from: "a.json",
    svg: "b.svg",
    readme: "c.md",
  });
});

test("scaling and kernels stand alone", () => {
  expect(readArguments(["--scaling"])).toEqual({ command: "scaling" });
  expect(readArguments(["--kernels"])).toEqual({ command: "kernels" });
});

test("the -- that npm needs is passed over", () => {
  expect(readArguments(["--", "--quick"])).toEqual({ ...MEASURE, breadth: "quick" });
});

test("help goes before everything else that is understood", () => {
  expect(readArguments(["--quick", "--help"])).toEqual({ command: "help" });
  for (const { name } of cases) expect(HELP).toContain(name);
});

test.each([
  [["--fast"], "Unknown option '--fast'"],
  [["mall"], "Unexpected argument 'mall'"],
  [["--case", "huge"], 'no case with "huge"'],
  [["--case"], "argument missing"],
  [["--only", "play"], 'got "play"'],
  [["--quick", "--reach"], "--quick and --reach exclude each other"],
  [["--scaling", "--json", "a"], "--json does not go with --scaling"],
  [["--from", "a", "--only", "fit"], "--only does not go with --from"],
  [["--svg", "a.svg"], "--svg goes with --from only"],
])("%j is wrong usage", (args, message) => {
  expect(readArguments(args)).toEqual({ command: "wrong", message: expect.stringContaining(message) });
});
