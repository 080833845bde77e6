import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Ended, kentro, workplace } from "./program.ts";
import { kentroIn } from "./terminal.ts";

const place = workplace();
afterAll(() => place.remove());

/** What no output may send to a terminal: control characters, and what turns the direction of text. */
const OBEYED = /(?!\n)[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;
const ELEMENT = /<script>alert|<img src=x|<svg onload/i;

const read = (name: string): string => readFileSync(place.at(name), "utf8");
const run = (...args: string[]): Promise<Ended> => kentro(args, place.path);

/** A table of two groups; the header and the texts are a stranger's. */
function table(header: readonly string[], text: (row: number) => string, id: (row: number) => string): string {
  const rows = Array.from({ length: 24 }, (_, row) => {
    const numbers = [row % 2 === 0 ? 10 + row : 500 + row, row % 2 === 0 ? 300 - row : 20 + row];
    return [id(row), ...numbers, text(row)].map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(",");
  });
  return [header.map((name) => `"${name.replaceAll('"', '""')}"`).join(","), ...rows, ""].join("\n");
}

describe("columns called as what every object has", () => {
  const names = ["id", "__proto__", "constructor", "toString"];

  it("go through features, weights, logarithms, JSON, model, prediction, drift and SQL", async () => {
    writeFileSync(
      place.at("proto.csv"),
      table(names, (row) => (row % 3 === 0 ? "valueOf" : "__proto__"), String),
    );
    const options = "--weight __proto__=2 --weight constructor=3 --log constructor --categorical toString --id id";
    const files = "--model proto.json --out proto-labelled.csv --report proto.html --charts proto-charts";
    const segmented = await run(
      ..."segment proto.csv --k 2 --resamples 2 --json".split(" "),
      ...`${options} ${files}`.split(" "),
    );
    expect({ code: segmented.code, stderr: segmented.stderr }).toEqual({ code: 0, stderr: "" });
    const found = JSON.parse(segmented.stdout);
    expect(found.features).toEqual(["__proto__", "constructor", "toString"]);
    for (const segment of found.segments) {
      expect(Object.keys(segment.means)).toEqual(expect.arrayContaining(["__proto__", "constructor"]));
      expect(segment.name).toMatch(/\w/);
    }
    const model = JSON.parse(read("proto.json"));
    expect(model.features.map(({ weight }: { weight: number }) => weight)).toEqual([2, 3, 1]);
    const predicted = await run("predict", "proto.json", "proto.csv", "--json");
    expect(JSON.parse(predicted.stdout).labels).toEqual(found.labels);
    expect((await run("drift", "proto.json", "proto.csv")).stdout).toMatch(/^Too few customers to tell/);
    expect((await run("sql", "proto.json")).stdout).toContain('"__proto__"');
    const migrated = await run(
      "migrate",
      "proto-labelled.csv",
      "proto-labelled.csv",
      "--id",
      "id",
      "--value",
      "__proto__",
    );
    expect(migrated.stdout).toMatch(/^Nobody of 24 customers moved/);
  });
});

describe("markup in column names, categories and ids", () => {
  it("is text in the report and in the pictures", async () => {
    const header = ["id", "<img src=x onerror=alert(1)>", "a&\"'<svg onload=alert(1)>", "<script>alert(1)</script>"];
    writeFileSync(
      place.at("markup.csv"),
      table(
        header,
        (row) => `<script>alert(${row % 2})</script>`,
        (row) => `<script>alert('${row}')</script>`,
      ),
    );
    const files = "--report markup.html --report-rows --charts markup-charts";
    const { code, stderr } = await run(
      ..."segment markup.csv --k-max 3 --resamples 2 --id id".split(" "),
      ...files.split(" "),
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const page = read("markup.html");
    expect(page).toContain("&lt;script&gt;");
    expect(page).toMatch(/Content-Security-Policy" content="default-src 'none'/);
    for (const text of [page, ...readdirSync(place.at("markup-charts")).map((name) => read(`markup-charts/${name}`))]) {
      expect(text).not.toMatch(ELEMENT);
    }
  });
});

describe("formulas in names and ids", () => {
  const names = ["=cmd|' /C calc'!A0", "@SUM(1+1)*cmd", "-2+3+cmd"];

  beforeAll(async () => {
    const id = (row: number) => ["=cmd|'!A", "+1+", "@x", "-2+"][row % 4] + String(row);
    writeFileSync(
      place.at("cells.csv"),
      table(["=id", "a", "b", "+text"], (row) => `=t${row % 2}`, id),
    );
    expect((await run(..."segment cells.csv --k 2 --resamples 0 --model own.json".split(" "))).code).toBe(0);
    // A model as a stranger would make it: its names are formulas.
    const model = JSON.parse(read("own.json"));
    model.segments.forEach((segment: { name: string }, i: number) => {
      segment.name = names[i] ?? "";
    });
    writeFileSync(place.at("formulas.json"), JSON.stringify(model));
  });

  it("are no formulas in what Kentro adds to a table, by either command and for Excel", async () => {
    await run("predict", "formulas.json", "cells.csv", "--out", "predicted.csv");
    await run("predict", "formulas.json", "cells.csv", "--out", "excel.csv", "--excel");
    await run(..."segment cells.csv --k 2 --resamples 0 --previous formulas.json --out segmented.csv".split(" "));
    for (const name of ["predicted.csv", "segmented.csv"]) {
      const lines = read(name).trimEnd().split("\n").slice(1);
      for (const line of lines) expect(line).toMatch(/,"?'[=@][^,]*$/);
    }
    // In a table for Excel no cell is one, those of the file included.
    expect(
      read("excel.csv")
        .replace("\ufeff", "")
        .split(/;|\r\n/)
        .filter((cell) => /^"?[=+@]/.test(cell)),
    ).toEqual([]);
  });

  it("are none in lists for Excel, their names or their overview", async () => {
    const options = "--k 2 --resamples 0 --previous formulas.json --id =id --out-dir lists --excel";
    expect((await run("segment", "cells.csv", ...options.split(" "))).stderr).toBe("");
    const files = readdirSync(place.at("lists"));
    expect(files).toHaveLength(3);
    for (const name of files) {
      expect(name).toMatch(/^(overview|segment-[AB]-[a-z0-9-]+)\.csv$/);
      const cells = read(`lists/${name}`)
        .replace("\ufeff", "")
        .split(/;|\r\n/);
      expect(cells.filter((cell) => /^"?[=+@-]\D/.test(cell))).toEqual([]);
    }
  });

  it("are none where it is written who moved", async () => {
    const labelled = (letter: (row: number) => string) =>
      `id,segment\n${Array.from({ length: 9 }, (_, row) => `k${row},${letter(row)}\n`).join("")}`;
    writeFileSync(
      place.at("before.csv"),
      labelled((row) => (row < 5 ? "=1+1" : "@B")),
    );
    writeFileSync(
      place.at("after.csv"),
      labelled((row) => (row < 4 ? "=1+1" : "@B")),
    );
    expect((await run(..."migrate before.csv after.csv --id id --out moves.csv".split(" "))).stderr).toBe("");
    expect(read("moves.csv")).toBe("id,from,to\nk4,'=1+1,'@B\n");
  });
});

describe("escape codes and characters that turn text round", () => {
  const nasty = ["\u001b[31mred", "\u009b2J", "\u202etxt.exe", "\u2066x\u200f", "a\rb"];
  const header = [`id${nasty[0]}`, `one${nasty[1]}`, `two${nasty[2]}`, `text${nasty[3]}`];

  it("are shown by every command, on stdout and on stderr, and never sent", async () => {
    writeFileSync(
      place.at("codes.csv"),
      table(
        header,
        (row) => nasty[row % nasty.length] ?? "",
        (row) => `${nasty[row % 4]}${row}`,
      ),
    );
    const gold = read("codes.csv").replace(/(\d","\d+","\d+",")[^"]*"/, '$1\u001b]0;gold\u0007"');
    writeFileSync(place.at("gold.csv"), gold);
    const category = ["--categorical", header[3] ?? ""];
    const segmented = await run(
      ..."segment codes.csv --k-max 3 --resamples 2 --model codes.json --out codes-labelled.csv".split(" "),
      ...category,
      ...["--id", header[0] ?? ""],
    );
    expect(segmented.code).toBe(0);
    expect(segmented.stdout).toContain("␛[31mred");
    writeFileSync(place.at("moved.csv"), read("codes-labelled.csv").replaceAll(/,A,/g, ",\u001b[5mB,"));
    const ended = [
      segmented,
      await run("elbow", "codes.csv", "--k-max", "2", ...category),
      await run("predict", "codes.json", "codes.csv"),
      await run("predict", "codes.json", "gold.csv"),
      await run("drift", "codes.json", "gold.csv"),
      await run("drift", "codes.json", "gold.csv", "--json"),
      await run("migrate", "codes-labelled.csv", "moved.csv", "--id", header[0] ?? ""),
      await run("migrate", "codes-labelled.csv", "moved.csv", "--id", header[0] ?? "", "--json"),
      await run("segment", "codes.csv", "--where", "\u001b[31m > 3"),
      await run("segment", "\u001b[31m.csv"),
      await run("segment", "codes.csv", "--\u001b[31m"),
    ];
    for (const { stdout, stderr } of ended) {
      expect(stdout + stderr).not.toBe("");
      expect(stdout).not.toMatch(OBEYED);
      expect(stderr).not.toMatch(OBEYED);
    }
    expect(ended.map(({ code }) => code)).toEqual([0, 0, 0, 1, 0, 0, 0, 0, 1, 1, 2]);
  });

  it("stay as they are in a query, which is not sent to a terminal then", async () => {
    expect((await run("sql", "codes.json")).stdout).toContain(`"${header[1]}"`);
    const terminal = kentroIn(["sql", "codes.json"], { columns: 120, rows: 50, cwd: place.path });
    expect(await terminal.ended).toBe(1);
    expect(terminal.text()).toContain("write it to a file");
    expect(terminal.written()).not.toContain("two\u202e");
  });
});
