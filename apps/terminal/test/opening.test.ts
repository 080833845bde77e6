import { mkdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { workplace } from "./program.ts";
import { endAll, type InTerminal, kentroIn } from "./terminal.ts";

const place = workplace();
const ENTER = "\r";
const UP = "\x1b[A";
beforeAll(() => {
  mkdirSync(place.at("shop"));
  const rows = Array.from({ length: 90 }, (_, i) => `${(i % 3) * 50 + (i % 7)},${(i % 3) * 20 + (i % 5)}\n`);
  writeFileSync(place.at("shop/visits.csv"), `spend,visits\n${rows.join("")}`);
});
afterEach(endAll);
afterAll(() => place.remove());

const kentro = (...args: readonly string[]): InTerminal =>
  kentroIn(args, { cwd: place.at("shop"), env: { KENTRO_NO_RECENT: "", XDG_STATE_HOME: place.at("state") } });

describe("kentro alone", () => {
  it("offers the sample and the folder's tables, and remembers what was opened", async () => {
    const first = kentro();
    await first.until(() => first.text().includes("visits.csv"));
    expect(first.text()).toMatch(/▸ 200 mall customers, built in/);
    first.type("j");
    first.type(ENTER);
    await first.until(() => first.text().includes("3 segments of 90 customers"));
    first.type("q");
    expect(await first.ended).toBe(0);
    expect(JSON.parse(readFileSync(place.at("state/kentro/recent.json"), "utf8"))).toMatchObject({
      files: [{ path: `${realpathSync(place.at("shop"))}/visits.csv`, rows: 90, columns: 2 }],
    });

    const second = kentro();
    await second.until(() => second.text().includes("Opened lately"));
    expect(second.text()).toMatch(/─ Opened lately ─+\n {3}visits\.csv .* 90 × 2 +just now/);
    second.type("\x7f");
    await second.until(() => /▸ shop\//.test(second.text()));
  });

  it("leads from a file that cannot be read to one that can", async () => {
    writeFileSync(place.at("shop/empty.csv"), "");
    const terminal = kentro("empty.csv");
    await terminal.until(() => /empty\.csv is empty[\s\S]*▸ empty\.csv/.test(terminal.text()));
    expect(terminal.text()).toContain("r tries again, q quits");
    terminal.type("g");
    terminal.type(ENTER);
    await terminal.until(() => terminal.text().includes("5 segments of 200 customers"));
    terminal.type("O");
    await terminal.until(() => terminal.text().includes("Choose another table"));
    terminal.type(UP);
    terminal.type("\x1b");
    await terminal.until(() => terminal.text().includes("5 segments of 200 customers"));
  });
});
