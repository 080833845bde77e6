import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { filesOf } from "./files-of.ts";
import { shell, workplace } from "./program.ts";
import { endAll, kentroIn } from "./terminal.ts";

const place = workplace();
const rows = Array.from(
  { length: 120 },
  (_, i) => `c${i},${(i % 3) * 50 + (i % 7)},${(i % 3) * 20 + (i % 5)},${i % 2 === 0 ? "Oslo" : "Rome"}\n`,
);
const table = `id,"spend, net",visits,city\n${rows.join("")}`;
beforeAll(() => {
  for (const folder of ["session", "script", "edited session", "edited script"]) {
    mkdirSync(place.at(folder));
    writeFileSync(place.at(join(folder, "my shop.csv")), table);
  }
});
afterEach(endAll);
afterAll(() => place.remove());

it("leaves a command line that writes the very same labels, model, report and charts", async () => {
  const terminal = kentroIn(["my shop.csv"], { cwd: place.at("session"), columns: 300 });
  await terminal.until(() => terminal.lines()[1]!.includes("segments of 120 customers"));
  terminal.type("+");
  await terminal.until(() => terminal.lines()[1]!.startsWith(" 4 segments of 120 customers"));
  terminal.type("wj G w");
  await terminal.until(() => terminal.text().includes("Saved my shop-segments.csv, my shop-model.json"));
  terminal.type("q");
  expect(await terminal.ended).toBe(0);
  const [, command = ""] = /^To write them again: kentro (.*) --force$/m.exec(terminal.text()) ?? [];
  expect(command).toContain("segment 'my shop.csv' --k 4 --out 'my shop-segments.csv'");
  expect(await shell(`node "$0" ${command}`, place.at("script"))).toMatchObject({ code: 0, stderr: "" });
  const written = filesOf(place.at("session"));
  expect(filesOf(place.at("script"))).toEqual(written);
  expect([...written.keys()].filter((name) => !name.endsWith(".svg")).sort()).toEqual([
    "my shop-model.json",
    "my shop-report.html",
    "my shop-segments.csv",
    "my shop.csv",
  ]);
  expect([...written.keys()].filter((name) => name.endsWith(".svg")).length).toBeGreaterThan(3);
});

it("says in it how the columns were prepared, and what was changed by hand", async () => {
  const terminal = kentroIn(["my shop.csv"], { cwd: place.at("edited session"), columns: 300 });
  const { until, lines, type } = terminal;
  await until(() => lines()[1]!.includes("segments of 120 customers"));
  // The logarithm of spend, twice the weight of visits, the city as a category, robust scaling; then four segments.
  type("1jLj>j sr");
  await until(() => lines()[1]!.includes("segments of 120 customers"));
  type("3+");
  await until(() => terminal.text().includes("as many as asked for"));
  type("gS");
  await until(() => terminal.text().includes("Splitting A"));
  type("\r");
  await until(() => lines()[1]!.includes("A split"));
  type("g");
  type("n\x15Ann's best, of all");
  type("\r");
  await until(() => terminal.text().includes('A is called "Ann\'s best, of all" now.'));
  type("ww");
  await until(() => terminal.text().includes("Saved my shop-segments.csv"));
  type("q");
  expect(await terminal.ended).toBe(0);
  const [, command = ""] = /^To write them again: kentro (.*) --force$/m.exec(terminal.text()) ?? [];
  for (const said of [
    "--log '\"spend, net\"'",
    "--weight visits=2",
    "--edit 'split A'",
    "--edit 'rename A=Ann'\\''s best, of all'",
  ]) {
    expect(command).toContain(said);
  }
  expect(await shell(`node "$0" ${command}`, place.at("edited script"))).toMatchObject({ code: 0, stderr: "" });
  expect(filesOf(place.at("edited script"))).toEqual(filesOf(place.at("edited session")));
});
