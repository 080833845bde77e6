import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { mallCsv } from "./mall-csv.ts";
import { kentro, shell, workplace } from "./program.ts";

let place: ReturnType<typeof workplace>;
beforeEach(() => {
  place = workplace();
});
afterEach(() => place.remove());

const read = (name: string): string => readFileSync(place.at(name), "utf8");
const run = (...args: string[]) => kentro(args, place.path);
/** A short labelled file and, for its longer names, a model of more than a kilobyte. */
const small = "income,score\n1,2\n1,3\n8,9\n9,9\n";
const everything = ["--resamples", "0", "--out", "labelled.csv", "--model", "model.json", "--report", "report.html"];

describe("the files that kentro segment writes", () => {
  it("are every row with its segment, the model and the report, and are named on stdout", async () => {
    const { code, stdout, stderr } = await run("segment", "mall", "--k", "5", ...everything);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(readdirSync(place.path).sort()).toEqual(["labelled.csv", "model.json", "report.html"]);
    expect(stdout).toMatch(/\nWritten\n {2}labelled\.csv +every row .*\n {2}model\.json .*\n {2}report\.html .*\n$/);
    const rows = read("labelled.csv").split("\n");
    expect(rows.slice(0, 3)).toEqual([
      `${mallCsv().split("\n")[0]},segment,segment_name`,
      '1,Male,19,15,39,D,"low income, low spending"',
      '2,Male,21,15,81,E,"low income, high spending"',
    ]);
    expect(rows).toHaveLength(202);
    expect(JSON.parse(read("model.json"))).toMatchObject({ format: "kentro-segmentation", version: 1 });
    expect(read("report.html")).toMatch(/^<!doctype html>/i);
  });

  it("keep every row and column of the source, empty where a row has no segment", async () => {
    writeFileSync(place.at("gaps.csv"), '\ufeffname;note;a\r\n"ann, b";" x";1\r\nbob;;\r\neve;"say ""hi""";9\r\n');
    expect((await run("segment", "gaps.csv", "--k", "2", "--resamples", "0", "--out", "o.csv")).code).toBe(0);
    expect(read("o.csv").split("\n")).toEqual([
      "name,note,a,segment,segment_name",
      '"ann, b"," x",1,A,low a',
      "bob,,,,",
      'eve,"say ""hi""",9,B,high a',
      "",
    ]);
  });

  it("do not take the place of a file without --force, and are the same bytes again with it", async () => {
    const names = ["labelled.csv", "model.json", "report.html"];
    writeFileSync(place.at("report.html"), "mine");
    expect(await run("segment", "mall", "--k", "5", ...everything)).toEqual({
      ...{ code: 1, stdout: "" },
      stderr: 'kentro: --report "report.html" exists already; --force overwrites it.\n',
    });
    expect(readdirSync(place.path)).toEqual(["report.html"]);
    const once = await run("segment", "mall", "--k", "5", ...everything, "--force");
    const files = names.map(read);
    expect(await run("segment", "mall", "--k", "5", ...everything, "--force")).toEqual(once);
    expect(names.map(read)).toEqual(files);
    expect(files).not.toContain("mine");
  });
});

describe("a disk that takes no more", () => {
  // A process that may write files of one block only: 512 or 1,024 bytes.
  const limited = (line: string) => shell(`ulimit -f 1; exec node "$0" ${line}`, place.path);

  it("leaves no part of a file, and the files before it whole", async () => {
    writeFileSync(place.at("small.csv"), small);
    const { code, stdout, stderr } = await limited(`segment small.csv --k 2 ${everything.join(" ")}`);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^kentro: model\.json cannot be written .*Complete before that: labelled\.csv\.\n$/);
    expect(readdirSync(place.path).sort()).toEqual(["labelled.csv", "small.csv"]);
    expect(read("labelled.csv").split("\n")).toHaveLength(6);
  });

  it("leaves the file that was to be replaced", async () => {
    writeFileSync(place.at("labelled.csv"), "mine");
    expect(await limited("segment mall --k 5 --resamples 0 --out labelled.csv --force")).toMatchObject({
      code: 1,
      stdout: "",
    });
    expect(readdirSync(place.path)).toEqual(["labelled.csv"]);
    expect(read("labelled.csv")).toBe("mine");
  });

  it("is said where stdout goes there", async () => {
    const { code, stderr } = await limited("segment mall --k 5 --resamples 0 --json > found.json");
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: "kentro: The output cannot be written: it would be larger than a file may be.\n",
    });
  });
});

describe("kentro predict", () => {
  it("gives a file's customers the segments that kentro segment gave them", async () => {
    writeFileSync(place.at("mall.csv"), mallCsv());
    const segmented = await run(
      "segment",
      "mall.csv",
      "--k",
      "5",
      "--resamples",
      "0",
      "--json",
      "--model",
      "m.json",
      "--out",
      "s.csv",
    );
    const predicted = await run("predict", "m.json", "mall.csv", "--out", "p.csv", "--json");
    expect({ code: predicted.code, stderr: predicted.stderr }).toEqual({ code: 0, stderr: "" });
    const [before, after] = [JSON.parse(segmented.stdout), JSON.parse(predicted.stdout)];
    expect(Object.keys(after)).toEqual(["rows", "rowsRead", "labels", "segments", "leftOut"]);
    expect(after.labels).toEqual(before.labels);
    expect(after.segments.map(Object.keys)).toEqual(
      before.segments.map(() => ["id", "letter", "name", "size", "share"]),
    );
    expect(before.segments).toMatchObject(after.segments);
    expect(read("p.csv")).toBe(read("s.csv"));
  });

  it("puts new customers into known segments, in words", async () => {
    writeFileSync(place.at("small.csv"), small);
    writeFileSync(place.at("new.csv"), "score,id,income\n2,x,1\n,y,1\n9,z,9\n2,w,2\n");
    await run("segment", "small.csv", "--k", "2", "--resamples", "0", "--model", "m.json");
    const { stdout } = await run("predict", "m.json", "new.csv");
    expect(stdout).toMatch(/^3 rows put into the 2 segments of a model of 4 rows\.\n/);
    expect(stdout).toContain("1 row with a missing or unreadable value (row 2 score has no value)");
    expect(stdout).toMatch(/\n[AB] +2 +66\.7 % +50\.0 % /);
  });

  it("refuses a model that is damaged, and writes nothing", async () => {
    writeFileSync(place.at("bad.json"), '{"format":"kentro-segmentation","version":1}');
    const { code, stdout, stderr } = await run("predict", "bad.json", "mall", "--out", "o.csv");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^kentro: "bad\.json" cannot be used: [^\n]+\.\n$/);
    expect(readdirSync(place.path)).toEqual(["bad.json"]);
  });
});
