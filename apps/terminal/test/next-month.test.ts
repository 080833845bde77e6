import { readFileSync, writeFileSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { kentro, workplace } from "./program.ts";
import { csvOf, shop } from "./shop.ts";

const place = workplace();
afterAll(() => place.remove());

const read = (name: string): string => readFileSync(place.at(name), "utf8");

/** What a command that must succeed prints. */
async function run(command: string): Promise<string> {
  const { code, stdout, stderr } = await kentro(command.split(" "), place.path);
  expect({ command, code, stderr }).toEqual({ command, code: 0, stderr: "" });
  return stdout;
}

/** The letter of each row of a labelled CSV file. */
function letters(name: string): string[] {
  const [header = "", ...lines] = read(name).trimEnd().split("\n");
  const at = header.split(",").indexOf("segment");
  return lines.map((line) => line.split(",")[at] ?? "");
}

const prepared =
  "--features all --categorical plan --log spending --clip 1% --missing median,category --weight income=2";

beforeAll(async () => {
  const customers = shop().map((each, row) => ({
    ...each,
    plan: row % 50 === 7 ? "" : each.plan,
    income: row % 40 === 3 ? "" : each.income,
  }));
  writeFileSync(place.at("march.csv"), csvOf(customers));
  await run(`segment march.csv --k 3 --resamples 0 ${prepared} --model model.json --out march-labelled.csv`);
  // A dozen of those who came often and spent much come seldom now, and there are some new ones.
  const april = [...shop(150), ...shop(6, 150)].map((each, row) =>
    row % 12 === 0 ? { ...each, income: 95, visits: 8, spending: 190, plan: "pro" } : each,
  );
  writeFileSync(place.at("april.csv"), csvOf(april));
});

describe("kentro predict", () => {
  it("labels the customers of the model as it did, from CSV and Parquet to CSV and Parquet", async () => {
    await run("predict model.json march.csv --out a.csv");
    expect(read("a.csv")).toBe(read("march-labelled.csv"));
    await run("predict model.json march.csv --out a.parquet");
    await run("predict model.json a.parquet --out b.csv");
    expect(letters("b.csv")).toEqual(letters("march-labelled.csv"));
  });

  it("leaves those out who do not meet a condition", async () => {
    const { rowsRead, labels } = JSON.parse(await run("predict model.json march.csv --where income>60 --json"));
    expect(rowsRead).toBe(shop().filter(({ income }, row) => income > 60 && row % 40 !== 3).length);
    expect(labels).toHaveLength(rowsRead);
  });
});

describe("kentro sql", () => {
  it("prints a query that DuckDB labels a table by as kentro predict does", async () => {
    const query = await run("sql model.json --table customers");
    const connection = await (await DuckDBInstance.create()).connect();
    await connection.run(`CREATE TABLE customers AS SELECT * FROM read_csv('${place.at("march.csv")}')`);
    const rows = await (await connection.runAndReadAll(query)).getRowObjects();
    connection.closeSync();
    const labelled = new Map(rows.map((row) => [row["customer"], row["segment"]]));
    expect(shop().map(({ customer }) => labelled.get(customer))).toEqual(letters("march-labelled.csv"));
  });
});

describe("kentro drift", () => {
  it("says no of the same customers, and yes of others", async () => {
    expect(await run("drift model.json march.csv")).toMatch(/^No need to refit: /);
    writeFileSync(place.at("rich.csv"), csvOf(shop().map((each) => ({ ...each, income: each.income * 3 }))));
    expect(JSON.parse(await run("drift model.json rich.csv --json")).refit).toBe("yes");
  });
});

describe("kentro migrate", () => {
  it("says who moved, with what money, and writes them", async () => {
    await run("predict model.json april.csv --out april-labelled.csv");
    const text = await run(
      "migrate march-labelled.csv april-labelled.csv --id customer --value spending --out moves.csv",
    );
    const before = letters("march-labelled.csv");
    const after = letters("april-labelled.csv");
    const moved = shop().flatMap(({ customer }, row) =>
      before[row] === after[row] ? [] : [`${customer},${before[row]},${after[row]}`],
    );
    expect(moved.length).toBeGreaterThan(8);
    const [header, ...lines] = read("moves.csv").trimEnd().split("\n");
    expect(header).toBe("customer,from,to");
    expect(lines.sort()).toEqual(moved.sort());
    expect(text).toContain(`${moved.length} of 150 customers moved`);
    expect(text).toContain("6 new customers");
    expect(text).toMatch(/moves\.csv +who moved, from which segment to which\n$/);
  });
});

describe("next month's own segments", () => {
  it("keep the letters and names of those they match, and plays of one's own are what is suggested", async () => {
    const play = { title: "Call them", advice: "By Friday.", when: [{ of: "spending", is: ["high"] }] };
    writeFileSync(place.at("plays.json"), JSON.stringify([play]));
    // A name that no segment would get by itself.
    writeFileSync(
      place.at("renamed.json"),
      read("model.json").replace(/"name": "many visits"/, '"name": "Our friends"'),
    );
    expect(read("renamed.json")).toContain("Our friends");
    const again = `segment april.csv --k 3 --resamples 0 ${prepared} --previous renamed.json --plays plays.json --json`;
    const { segments } = JSON.parse(await run(again));
    const names: Named[] = JSON.parse(read("renamed.json")).segments;
    const pairs = (named: readonly Named[]) => named.map(({ letter, name }) => `${letter} ${name}`).sort();
    expect(pairs(segments)).toEqual(pairs(names));
    const titles = segments.flatMap(({ suggestions }: Named) => suggestions.map(({ title }) => title));
    expect(titles).toEqual(["Call them"]);
  });
});

interface Named {
  readonly letter: string;
  readonly name: string;
  readonly suggestions: readonly { readonly title: string }[];
}
