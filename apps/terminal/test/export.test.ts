import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { shell, workplace } from "./program.ts";
import { endAll, kentroIn } from "./terminal.ts";

const place = workplace();
const rows = Array.from({ length: 120 }, (_, i) => `c${i},${(i % 3) * 50 + (i % 7)},${(i % 3) * 20 + (i % 5)}\n`);
const table = `id,"spend, net",visits\n${rows.join("")}`;
beforeAll(() => {
  for (const folder of ["session", "script"]) {
    mkdirSync(place.at(folder));
    writeFileSync(place.at(join(folder, "my shop.csv")), table);
  }
});
afterEach(endAll);
afterAll(() => place.remove());

/** Every file below a folder, by its path there. */
function filesOf(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  return new Map(
    files.map(({ parentPath, name }): [string, string] => {
      const path = join(parentPath, name);
      return [path.slice(folder.length + 1), readFileSync(path, "utf8")];
    }),
  );
}

it("leaves a command line that writes the very same labels, model, report and charts", async () => {
  const terminal = kentroIn(["my shop.csv"], { cwd: place.at("session"), columns: 250 });
  await terminal.until(() => terminal.lines()[1]!.includes("segments of 120 customers"));
  terminal.type("+");
  await terminal.until(() => terminal.lines()[1]!.startsWith(" 4 segments of 120 customers"));
  terminal.type("wj G w");
  await terminal.until(() => terminal.text().includes("Saved my shop-segments.csv, my shop-model.json"));
  terminal.type("q");
  expect(await terminal.ended).toBe(0);
  const [, command = ""] = /^To write them again: kentro (.*)$/m.exec(terminal.text()) ?? [];
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
