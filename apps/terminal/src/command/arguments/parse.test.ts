import { describe, expect, it } from "vitest";
import { CommandError } from "../failure.ts";
import { asSegment, type OpenInvocation } from "./invocation.ts";
import { parse } from "./parse.ts";

const refusal = (...args: string[]): string => {
  try {
    return `took ${JSON.stringify(parse(args))}`;
  } catch (error) {
    if (error instanceof CommandError && error.code === "usage") return error.message;
    throw error;
  }
};

describe("without a subcommand", () => {
  it("opens the sample, or the file named", () => {
    expect(parse([])).toEqual({ command: "open", source: "mall", color: "auto" });
    expect(parse(["./mall", "--color", "never"])).toEqual({ command: "open", source: "./mall", color: "never" });
  });

  it("is the segment command with its defaults where there is no terminal", () => {
    expect(asSegment(parse(["a.csv"]) as OpenInvocation)).toEqual({ ...parse(["segment", "a.csv"]) });
  });
});

describe("segment", () => {
  it("takes every option of its own", () => {
    const finding = "--features a,b --k 5 --k-max 12 --scale robust --id no --seed 7 --restarts 3";
    const output = "--out l.csv --model m.json --report r.html --force --quiet --json --labels --color always";
    expect(parse(["segment", "x.csv", ...`${finding} ${output}`.split(" ")])).toMatchObject({
      ...{ command: "segment", source: "x.csv", features: ["a", "b"], k: 5, kMax: 12, scale: "robust", id: "no" },
      ...{ seed: 7, restarts: 3, out: "l.csv", model: "m.json", report: "r.html", force: true, quiet: true },
      ...{ json: true, labels: true, color: "always" },
    });
  });

  it("splits --features at commas and keeps --feature whole", () => {
    const features = (...args: string[]) => (parse(["segment", "x.csv", ...args]) as { features: unknown }).features;
    expect(features()).toBeUndefined();
    expect(features("--features", "Annual Income (k$), Spending Score (1-100)")).toEqual([
      "Annual Income (k$)",
      "Spending Score (1-100)",
    ]);
    expect(features("--feature", "Income, net", "--feature", " age ")).toEqual(["Income, net", " age "]);
    expect(features("--features", "a,b", "--feature", "c,d")).toEqual(["a", "b", "c,d"]);
    expect(features("--features", "all")).toBe("all");
    expect(features("--feature", "all")).toEqual(["all"]);
  });

  it("takes numbers that look like options only where they are right", () => {
    expect(refusal("segment", "mall", "--seed", "-1")).toMatch(
      /'-1' is invalid. Expected a whole number from 0 to 4294967295/,
    );
  });
});

describe("elbow and predict", () => {
  it("take their own options", () => {
    expect(parse(["elbow", "x.csv", "--k-max", "4", "--json"])).toMatchObject({
      ...{ command: "elbow", source: "x.csv", kMax: 4, json: true, scale: "standard", seed: 0 },
    });
    expect(parse(["predict", "m.json", "mall", "--out", "o.csv"])).toMatchObject({
      ...{ command: "predict", model: "m.json", source: "mall", out: "o.csv", force: false },
    });
  });
});

describe("wrong usage", () => {
  it.each([
    ["unknown option '--nonsense'", ["segment", "mall", "--nonsense"]],
    ["unknown option '--k'", ["mall", "--k", "5"]],
    ["unknown option '--out'", ["elbow", "mall", "--out", "x.csv"]],
    ["too many arguments", ["segmnt", "mall"]],
    ["missing required argument 'file'", ["segment"]],
    ["missing required argument 'file'", ["predict", "model.json"]],
    ["argument missing", ["segment", "mall", "--out"]],
    ['Expected a whole number of at least 1, or "auto"', ["segment", "mall", "--k", "0"]],
    ['Expected a whole number of at least 1, or "auto"', ["segment", "mall", "--k", "five"]],
    ['Expected a whole number of at least 1, or "auto"', ["segment", "mall", "--k", "2.5"]],
    ["Expected a whole number from 2 to 1000", ["elbow", "mall", "--k-max", "1"]],
    ["Expected a whole number from 2 to 1000", ["elbow", "mall", "--k-max", "1001"]],
    ["Expected a whole number of at least 1", ["elbow", "mall", "--restarts", "0"]],
    ["Expected a whole number from 0 to", ["segment", "mall", "--seed", "1e3"]],
    ["There is no help on a command of that name", ["help", "nonsense"]],
    ["Allowed choices are standard, minmax, robust, none", ["segment", "mall", "--scale", "log"]],
    ["Allowed choices are auto, always, never", ["segment", "mall", "--color", "blue"]],
    ["Expected column names", ["segment", "mall", "--features", "a,,b"]],
    ["Expected column names", ["segment", "mall", "--features", ""]],
    ["Expected a column name", ["segment", "mall", "--feature", ""]],
    ["Expected a file", ["segment", ""]],
    ["--features all takes every column", ["segment", "mall", "--features", "all", "--feature", "b"]],
  ])("says: %s", (message, args) => {
    expect(refusal(...args)).toContain(message);
    expect(refusal(...args)).not.toContain("\n");
  });
});

describe("help and version", () => {
  const said = (...args: string[]) => (parse(args) as { text: string }).text;

  it("says the version and nothing else", () => {
    expect(said("--version")).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it.each([["--help"], ["segment", "--help"], ["elbow", "--help"], ["predict", "--help"], ["help", "segment"]])(
    "gives examples and options within 80 columns: %s %s",
    (...args) => {
      const help = said(...args.filter((arg) => arg !== undefined));
      expect(help).toContain("Usage: kentro");
      expect(help).toMatch(/Examples:\n.*\n {4}\$ kentro /);
      expect(help).toContain("--color <when>");
      expect(help.split("\n").filter((line) => line.length > 80 && !line.startsWith("    $"))).toEqual([]);
    },
  );
});
