import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { plays } from "./plays.ts";
import { readPlays } from "./read-plays.ts";

const page = readFileSync(new URL("../../../../docs/plays.md", import.meta.url), "utf8");

test("the page on plays has those that come with Kentro, in their order", () => {
  const rows = plays.map(({ title, when, advice, addition }, i) => {
    const traits = when.map(({ of, is }) => `${of} ${is.join(" / ")}`).join("; ");
    return `| ${addition === true ? "+" : i + 1} | ${title} | ${traits} | ${advice} |`;
  });
  expect(page.match(/^\| (?:\+|\d+) \|.*$/gm)).toEqual(rows);
});

test("the example on the page is read as plays", () => {
  const [, json] = /```json\n([^`]*)```/.exec(page) ?? [];
  expect(readPlays(JSON.parse(json ?? "")).map(({ title }) => title)).toEqual([
    "Invite to the wine club",
    "Write in larger print",
  ]);
});
