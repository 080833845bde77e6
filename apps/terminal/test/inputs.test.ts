import { readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { kentro, shell, workplace } from "./program.ts";
import { csvOf, shop } from "./shop.ts";

const place = workplace();
const three = ["--k", "3", "--resamples", "0", "--json"];
let whole: Found;

beforeAll(async () => {
  writeFileSync(place.at("shop.csv"), csvOf(shop()));
  whole = await found("shop.csv");
});
afterAll(() => place.remove());

interface Found {
  readonly rows: number;
  readonly rowsRead: number;
  readonly labels: readonly (number | null)[];
  readonly notes: { readonly sentences: readonly string[] };
}

/** The three segments of some files. */
async function found(...files: string[]): Promise<Found> {
  const { code, stdout, stderr } = await kentro(["segment", ...files, ...three], place.path);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return JSON.parse(stdout);
}

describe("a table is the same", () => {
  it("in one file, in several, and by a pattern", async () => {
    writeFileSync(place.at("part-1.csv"), csvOf(shop().slice(0, 70)));
    writeFileSync(place.at("part-2.csv"), csvOf(shop().slice(70)));
    expect(await found("part-1.csv", "part-2.csv")).toEqual(whole);
    expect(await found("part-*.csv")).toEqual(whole);
  });

  it("compressed, with tabs, and from a pipe", async () => {
    writeFileSync(place.at("shop.csv.gz"), gzipSync(csvOf(shop())));
    writeFileSync(place.at("shop.tsv"), csvOf(shop(), "\t"));
    expect(await found("shop.csv.gz")).toEqual(whole);
    expect(await found("shop.tsv")).toEqual(whole);
    const { code, stdout, stderr } = await shell(`node "$0" segment - ${three.join(" ")} < shop.csv`, place.path);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(JSON.parse(stdout)).toEqual(whole);
  });

  it("as Parquet that was written from it", async () => {
    const copy = await kentro(["segment", "shop.csv", ...three, "--out", "shop.parquet"], place.path);
    expect(copy.code).toBe(0);
    const { labels } = await found("shop.parquet");
    expect(labels).toEqual(whole.labels);
  });

  it("as JSON lines", async () => {
    const lines = shop().map((customer) => `${JSON.stringify(customer)}\n`);
    writeFileSync(place.at("shop.jsonl"), lines.join(""));
    expect((await found("shop.jsonl")).labels).toEqual(whole.labels);
  });

  it("with decimal commas, in Latin-1, and it is said that they were read so", async () => {
    const german = shop().map(({ customer, income, visits, spending }) => ({
      Käufer: `Jörg ${customer}`,
      income: `${income},00`,
      visits,
      spending: `1.${String(spending).padStart(3, "0")},00 €`,
    }));
    writeFileSync(place.at("german.csv"), Buffer.from(csvOf(german, ";").replaceAll("€", "EUR"), "latin1"));
    const { labels, notes } = await found("german.csv");
    expect(labels).toEqual(whole.labels);
    expect(notes.sentences).toContainEqual(expect.stringContaining("read as Windows-1252 (Latin-1) text"));
    expect(notes.sentences).toContainEqual(expect.stringMatching(/income.* decimal commas/));
  });
});

describe("standard input", () => {
  it("is labelled row by row", async () => {
    const line = `node "$0" segment - --k 3 --resamples 0 --out piped.csv < shop.csv`;
    expect((await shell(line, place.path)).code).toBe(0);
    await kentro(["segment", "shop.csv", "--k", "3", "--resamples", "0", "--out", "filed.csv"], place.path);
    expect(readFileSync(place.at("piped.csv"), "utf8")).toBe(readFileSync(place.at("filed.csv"), "utf8"));
  });

  it("is read alone and once", async () => {
    const { code, stderr } = await shell('node "$0" segment - shop.csv < shop.csv', place.path);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: "kentro: Standard input (-) cannot be read together with files.\n",
    });
  });
});

describe("--where", () => {
  const where = (condition: string, ...more: string[]) =>
    kentro(["segment", "shop.csv", "--where", condition, ...three, ...more], place.path);

  it("leaves the rows that meet it, and says how many do not", async () => {
    const { code, stdout } = await where("income > 50 AND plan IN ('plus', 'pro')", "--out", "some.csv");
    expect(code).toBe(0);
    const meant = shop().filter(({ income, plan }) => income > 50 && plan !== "basic");
    const { rowsRead, labels, notes }: Found = JSON.parse(stdout);
    expect({ rowsRead, labels: labels.length }).toEqual({ rowsRead: meant.length, labels: meant.length });
    expect(notes.sentences.join("\n")).toContain(`${150 - meant.length} of 150 rows are left out`);
    const written = readFileSync(place.at("some.csv"), "utf8").trimEnd().split("\n").slice(1);
    expect(written.map((line) => line.split(",")[0])).toEqual(meant.map(({ customer }) => customer));
  });

  it("is of no effect on the model", async () => {
    expect((await where("income > 50", "--model", "some.json")).code).toBe(0);
    expect(readFileSync(place.at("some.json"), "utf8")).not.toContain("> 50");
  });
});
