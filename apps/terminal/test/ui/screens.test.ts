import { writeFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { workplace } from "../program.ts";
import { endAll, kentroIn } from "../terminal.ts";
import { isIdle, KEYS, mall, sees, shopCsv } from "./opened.ts";

const place = workplace();
beforeAll(() => writeFileSync(place.at("shop.csv"), shopCsv()));
afterEach(endAll);
afterAll(() => place.remove());

describe("kentro mall", () => {
  it("lands on the five named segments of the mall with their sizes", async () => {
    const terminal = await mall({ cwd: place.path, columns: 120, rows: 40 });
    const listed = terminal.lines().flatMap((line) => {
      const [, letter, size] = /^[▸ ] ?([A-E]) .*?\b(\d+) +[\d.]+ %/.exec(line) ?? [];
      return letter === undefined ? [] : [`${letter} ${size}`];
    });
    expect(listed).toEqual(["A 81", "B 39", "C 35", "D 23", "E 22"]);
    expect(terminal.lines()[1]).toContain("5 segments of 200 customers, found by the elbow");
    for (const name of ["high income, high spending", "low income, low spending"])
      expect(sees(terminal, name)).toBe(true);
    expect(sees(terminal, "Annual Income (k$) →")).toBe(true);
    expect(terminal.isAlternate()).toBe(true);
  });

  it("has a screen behind each number, a film behind p, help behind ? and every action behind :", async () => {
    const terminal = await mall({ cwd: place.path });
    const shows = async (keys: string, words: string): Promise<void> => {
      terminal.type(keys);
      await terminal.until(() => sees(terminal, words));
    };
    await shows("1", "2 of 5 columns taken");
    await shows("2", "┊ suggested k = 5");
    await shows("4", "200 customers");
    await shows("5", "There is one result so far");
    await shows("6", "The same from the command line");
    await shows("3p", "iteration");
    terminal.type(KEYS.escape);
    await terminal.until(() => !sees(terminal, "iteration"));
    await shows("?", "─ Keys");
    terminal.type("?");
    await shows(":", "rename the segment");
    await shows("seed", "another seed");
    terminal.type(KEYS.escape);
    await terminal.until(() => !sees(terminal, "another seed"));
    await shows("+", "6 segments of 200 customers");
    await terminal.until(() => isIdle(terminal));
    await shows("5", "adjusted Rand index");
    await shows("u", "5 segments of 200 customers");
  });

  it("says something sensible at 40 columns and in less, and draws anew when the window grows", async () => {
    const terminal = await mall({ cwd: place.path, columns: 40, rows: 12 });
    expect(terminal.lines()[0]).toMatch(/3\/6 Segments ?$/);
    expect(sees(terminal, "? help  q quit")).toBe(true);
    terminal.resize(20, 5);
    await terminal.until(() => terminal.text().replaceAll("\n", " ").includes("20x5 is too small"));
    terminal.resize(120, 40);
    await terminal.until(() => sees(terminal, "Annual Income (k$) →") && sees(terminal, "6 Export"));
    expect(terminal.lines().filter((line) => line.includes("6 Export"))).toHaveLength(1);
    expect(terminal.lines().at(-2)).toContain("? help  q quit");
  });

  it("stands a storm of sizes, and shows the last one whole", async () => {
    const terminal = await mall({ cwd: place.path });
    for (let step = 0; step < 40; step++) terminal.resize(30 + ((step * 37) % 150), 6 + ((step * 13) % 50));
    terminal.resize(100, 30);
    await terminal.until(() => /help/.test(terminal.lines().at(-2) ?? "") && sees(terminal, "6 Export"));
    expect(terminal.lines().filter((line) => line.includes("? help"))).toHaveLength(1);
    expect(terminal.lines().filter((line) => line.includes("3 Segments"))).toHaveLength(1);
  });
});

describe("kentro FILE", () => {
  it("clusters a file of one's own with the defaults, and says what there is to know of its data", async () => {
    const terminal = kentroIn(["shop.csv"], { cwd: place.path });
    await terminal.until(
      () => sees(terminal, /segments of 240 customers/) && sees(terminal, "240 rows read, all used."),
    );
    expect(terminal.lines()[0]).toMatch(/^ shop\.csv .*3 Segments/);
  });

  it("says what is wrong with a file, and offers others", async () => {
    const terminal = kentroIn(["no-such.csv"], { cwd: place.path });
    await terminal.until(() => sees(terminal, "There is no file no-such.csv.") && sees(terminal, "shop.csv"));
    expect(sees(terminal, "200 mall customers")).toBe(true);
  });
});
