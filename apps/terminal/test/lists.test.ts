import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Ended, kentro, workplace } from "./program.ts";
import { csvOf, shop } from "./shop.ts";

const place = workplace();
afterAll(() => place.remove());

let ended: Ended;
beforeAll(async () => {
  writeFileSync(place.at("shop.csv"), csvOf(shop()));
  const files = "--out-dir lists --holdout 10% --excel --charts charts --report plain.html --out labelled.csv";
  ended = await kentro(
    `segment shop.csv --k 3 --resamples 0 --id customer --value spending ${files}`.split(" "),
    place.path,
  );
});

const read = (name: string): string => readFileSync(place.at(name), "utf8");
const idsOf = (name: string): string[] => read(`lists/${name}`).trimEnd().split("\r\n").slice(1);

describe("one run that writes everything", () => {
  it("says which file holds what", () => {
    expect({ code: ended.code, stderr: ended.stderr }).toEqual({ code: 0, stderr: "" });
    expect(ended.stdout).toMatch(/\nWritten\n {2}labelled\.csv .*\n {2}lists .*\n {2}charts .*\n {2}plain\.html .*\n$/);
  });

  it("puts every id into one list, and a tenth of each segment into its control group", () => {
    const lists = readdirSync(place.at("lists")).filter((name) => name.startsWith("segment-"));
    expect(lists).toHaveLength(6);
    const ids = lists.flatMap(idsOf);
    expect(ids.sort()).toEqual(shop().map(({ customer }) => customer));
    for (const name of lists) expect(idsOf(name)).toHaveLength(name.includes("control") ? 5 : 45);
  });

  it("says of each list how many customers and how much money it stands for, as Excel reads it", () => {
    const [heading, ...lines] = read("lists/overview.csv").trimEnd().split("\r\n");
    expect(heading).toBe("\ufeffsegment;name;customers;share;contact;control;value_total;value_share");
    const totals = lines.map((line) => Number(line.split(";")[6]));
    expect(lines[0]).toMatch(/^A;[^;]+;50;"?0,3333"?;45;5;\d+;"?0,\d+"?$/);
    expect(totals.reduce((sum, total) => sum + total)).toBe(shop().reduce((sum, { spending }) => sum + spending, 0));
    expect(read("labelled.csv")).toMatch(/^\ufeffcustomer;plan;income;visits;spending;segment;segment_name\r\n/);
  });

  it("draws the pictures as whole SVG files of text and shapes", () => {
    const pictures = readdirSync(place.at("charts"));
    expect(pictures).toContain("segment-map.svg");
    for (const name of pictures) {
      const svg = read(`charts/${name}`);
      expect(svg).toMatch(/^<svg [\s\S]*<\/svg>\s*$/);
      expect(svg).not.toMatch(/<script|<foreignObject|href="http|\bNaN\b|undefined/);
    }
  });

  it("shows no customer's row in the report", () => {
    for (const { customer } of shop()) expect(read("plain.html")).not.toContain(customer);
  });

  it("draws the same lists again, and others from another seed", async () => {
    const again = (folder: string, seed: string) =>
      kentro(
        `segment shop.csv --k 3 --resamples 0 --id customer --out-dir ${folder} --holdout 0.1 --seed ${seed}`.split(
          " ",
        ),
        place.path,
      );
    await Promise.all([again("same", "0"), again("other", "1")]);
    const control = (folder: string) => {
      const name = readdirSync(place.at(folder)).find(
        (file) => file.startsWith("segment-A") && file.includes("control"),
      );
      return read(`${folder}/${name}`).trimEnd().split("\n").slice(1);
    };
    const name = readdirSync(place.at("lists")).find(
      (file) => file.startsWith("segment-A") && file.includes("control"),
    );
    expect(control("same")).toEqual(idsOf(name ?? ""));
    expect(control("other")).not.toEqual(control("same"));
  });
});

describe("--report-rows", () => {
  it("alone puts rows of typical customers into the report", async () => {
    const args = "segment shop.csv --k 3 --resamples 0 --id customer --report rows.html --report-rows".split(" ");
    expect((await kentro(args, place.path)).code).toBe(0);
    expect(shop().filter(({ customer }) => read("rows.html").includes(customer)).length).toBeGreaterThanOrEqual(3);
  });
});

describe("a folder of lists that is there already", () => {
  it("keeps what is in it, and what is not replaced is not half-replaced", async () => {
    const before = readdirSync(place.at("lists"));
    const args = "segment shop.csv --k 2 --resamples 0 --id customer --out-dir lists".split(" ");
    const { code, stdout, stderr } = await kentro(args, place.path);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^kentro: lists\/overview\.csv exists already[^\n]*\.\n$/);
    expect(readdirSync(place.at("lists"))).toEqual(before);
  });
});
