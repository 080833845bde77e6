import { describe, expect, it } from "vitest";
import { CommandError } from "../failure.ts";
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
  it("leaves the choice open, or opens the file named", () => {
    expect(parse([])).toEqual({ command: "open", source: null, color: "auto" });
    expect(parse(["./mall", "--color", "never"])).toEqual({ command: "open", source: "./mall", color: "never" });
  });
});

describe("segment", () => {
  it("takes every option of its own", () => {
    const finding = "--features a,b --k 5 --k-max 12 --scale robust --id no --seed 7 --restarts 3";
    const output = "--out l.csv --model m.json --report r.html --force --quiet --json --labels --color always";
    expect(parse(["segment", "x.csv", ...`${finding} ${output}`.split(" ")])).toMatchObject({
      ...{ command: "segment", sources: ["x.csv"], features: ["a", "b"], k: 5, kMax: 12, scale: "robust", id: "no" },
      ...{ seed: 7, restarts: 3, out: "l.csv", model: "m.json", report: "r.html", force: true, quiet: true },
      ...{ json: true, labels: true, color: "always" },
    });
    const preparing = "--categorical plan,city --log income --log spend,age --clip 1% --missing median,category";
    const asking = "--weight a=2 --weight b=c=.5 --value spend --resamples 0 --previous p.json --plays y.json";
    const writing = "--charts c --out-dir d --holdout 10% --report r.html --report-rows --excel --id n";
    const where = ["--where", "age >= 18"];
    expect(parse(["segment", "-", ...where, ...`${preparing} ${asking} ${writing}`.split(" ")])).toMatchObject({
      ...{ sources: ["-"], where: "age >= 18", categorical: ["plan", "city"], log: ["income", "spend", "age"] },
      ...{ clip: [0.01, 0.99], missing: ["median", "category"], weights: { a: 2, "b=c": 0.5 }, value: "spend" },
      ...{ resamples: 0, previous: "p.json", plays: "y.json", charts: "c", outDir: "d", holdout: 0.1 },
      ...{ reportRows: true, excel: true },
    });
  });

  it("takes edits in order, with all that a name or a note may hold", () => {
    const edits = ["merge B,D", " split a ", "rename A= Best=most ", "note AB=one\ntwo, three", "note A="];
    expect(parse(["segment", "mall", ...edits.flatMap((edit) => ["--edit", edit])])).toMatchObject({
      edits: [
        { type: "merge", segments: ["B", "D"] },
        { type: "split", segment: "A" },
        { type: "rename", segment: "A", name: " Best=most " },
        { type: "note", segment: "AB", note: "one\ntwo, three" },
        { type: "note", segment: "A", note: "" },
      ],
    });
    expect(parse(["segment", "mall"])).toMatchObject({ edits: [] });
    expect(parse("rfm o --customer c --date d --amount a --edit".split(" ").concat("split A"))).toMatchObject({
      edits: [{ type: "split", segment: "A" }],
    });
  });

  it.each([
    ...["merge B", "merge B,C,D", "merge B;C", "merge", "mergeB,C", "split A,B", "split", "split 1"],
    ...["rename A", "rename A= ", "rename =x", "note", "note A", "note =x", "drop A", ""],
  ])("refuses the edit %j", (edit) => {
    expect(refusal("segment", "mall", "--edit", edit)).toContain(
      'Expected "merge B,D", "split A", "rename A=Best spenders" or "note A=Call in May".',
    );
  });

  it("takes several files", () => {
    expect(parse(["segment", "a.csv", "b.csv"])).toMatchObject({ sources: ["a.csv", "b.csv"] });
  });

  it.each([
    ["0.05", [0.05, 0.95]],
    ["2.5%,90%", [0.025, 0.9]],
    ["0,.9", [0, 0.9]],
  ])("takes --clip %s", (text, clip) => {
    expect(parse(["segment", "x.csv", "--clip", text])).toMatchObject({ clip });
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

describe("the other commands", () => {
  it("take their own options", () => {
    expect(parse(["elbow", "x.csv", "--k-max", "4", "--json"])).toMatchObject({
      ...{ command: "elbow", sources: ["x.csv"], kMax: 4, json: true, scale: "standard", seed: 0 },
    });
    expect(parse(["predict", "m.json", "mall", "--out", "o.csv"])).toMatchObject({
      ...{ command: "predict", model: "m.json", sources: ["mall"], out: "o.csv", force: false },
    });
    const orders = "--customer id --date day --amount total --as-of 2026-03-01 --order no --value margin".split(" ");
    expect(parse(["rfm", "o.csv", "p.csv", ...orders, "--out-dir", "lists"])).toMatchObject({
      ...{
        command: "rfm",
        sources: ["o.csv", "p.csv"],
        customer: "id",
        date: "day",
        amount: "total",
        asOf: "2026-03-01",
      },
      ...{ order: "no", value: "margin", outDir: "lists", k: "auto" },
    });
    expect(parse(["drift", "m.json", "a.csv", "b.csv", "--json"])).toMatchObject({
      ...{ command: "drift", model: "m.json", sources: ["a.csv", "b.csv"], json: true },
    });
    expect(parse(["migrate", "a.csv", "b.csv", "--id", "no", "--value", "spend", "--out", "moves.csv"])).toMatchObject({
      ...{ command: "migrate", before: "a.csv", after: "b.csv", id: "no", value: "spend", out: "moves.csv" },
    });
    expect(parse(["sql", "m.json", "--dialect", "postgres", "--table", "shop.people"])).toMatchObject({
      ...{ command: "sql", model: "m.json", dialect: "postgres", table: "shop.people" },
    });
  });
});

describe("wrong usage", () => {
  it.each([
    ["unknown option '--nonsense'", ["segment", "mall", "--nonsense"]],
    ["unknown option '--k'", ["mall", "--k", "5"]],
    ["unknown option '--out'", ["elbow", "mall", "--out", "x.csv"]],
    ["too many arguments", ["segmnt", "mall"]],
    ["missing required argument 'files'", ["segment"]],
    ["missing required argument 'files'", ["predict", "model.json"]],
    ["missing required argument 'after'", ["migrate", "a.csv", "--id", "no"]],
    ["required option '--customer <column>' not specified", ["rfm", "o.csv"]],
    ["required option '--id <column>' not specified", ["migrate", "a.csv", "b.csv"]],
    ["Allowed choices are duckdb, postgres, bigquery, clickhouse", ["sql", "m.json", "--dialect", "oracle"]],
    ["Allowed choices are drop, median, category", ["segment", "mall", "--missing", "mean"]],
    ["Expected a share such as 1%", ["segment", "mall", "--clip", "99%,1%"]],
    ["Expected a share such as 1%", ["segment", "mall", "--clip", "1%,2%,3%"]],
    ["Expected a share such as 1%", ["segment", "mall", "--clip", "50%"]],
    ["Expected a share such as 10%", ["segment", "mall", "--holdout", "10", "--out-dir", "d", "--id", "no"]],
    ["Expected a column and a positive number", ["segment", "mall", "--weight", "income=-1"]],
    ["Expected a column and a positive number", ["segment", "mall", "--weight", "income"]],
    ["Expected a date such as 2026-03-01", ["rfm", "o.csv", "--as-of", "2026-02-30"]],
    ["Expected a condition", ["segment", "mall", "--where", ""]],
    ["name their column with --id", ["segment", "mall", "--out-dir", "d"]],
    ["give --out-dir too", ["segment", "mall", "--holdout", "10%"]],
    ["give --report too", ["segment", "mall", "--report-rows"]],
    ["give --out or --out-dir too", ["segment", "mall", "--excel"]],
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

  it.each([
    ...[["--help"], ["segment", "--help"], ["elbow", "--help"], ["predict", "--help"], ["help", "segment"]],
    ...[
      ["rfm", "--help"],
      ["drift", "--help"],
      ["migrate", "--help"],
      ["sql", "--help"],
    ],
  ])("gives examples and options within 80 columns: %s %s", (...args) => {
    const help = said(...args.filter((arg) => arg !== undefined));
    expect(help).toContain("Usage: kentro");
    expect(help).toMatch(/Examples:\n.*\n {4}\$ kentro /);
    expect(help).toContain("--color <when>");
    expect(help.split("\n").filter((line) => line.length > 80 && !line.startsWith("    $"))).toEqual([]);
  });
});
