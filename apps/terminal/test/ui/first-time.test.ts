import { readFileSync, writeFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { workplace } from "../program.ts";
import { endAll, kentroIn } from "../terminal.ts";
import { isAsItWas, isIdle, KEYS, sees, shopCsv } from "./opened.ts";

const place = workplace();
beforeAll(() => writeFileSync(place.at("shop.csv"), shopCsv()));
afterEach(endAll);
afterAll(() => place.remove());

const MOST_KEYS = 25;

describe("somebody who has never seen the program", () => {
  it("gets from a file to named best spenders, labels and a report with 25 keys at most", async () => {
    const terminal = kentroIn([], { cwd: place.path, columns: 100, rows: 30 });
    let pressed = 0;
    const press = async (keys: readonly string[], until: () => boolean): Promise<void> => {
      for (const key of keys) terminal.type(key);
      pressed += keys.length;
      await terminal.until(until);
    };
    // Opens the one table of the folder.
    await terminal.until(() => sees(terminal, "shop.csv"));
    await press([KEYS.down], () => sees(terminal, /▸ *shop\.csv/));
    await press([KEYS.enter], () => sees(terminal, /\d segments of 240 customers/) && isIdle(terminal));
    // Leaves out a column that says nothing.
    await press(["1"], () => sees(terminal, /columns taken/));
    await press(["G", " "], () => sees(terminal, /\[ \] luck/) && sees(terminal, "r run"));
    await press(
      ["r"],
      () => sees(terminal, /3 of 5 columns taken/) && sees(terminal, /^ 4 segments/m) && isIdle(terminal),
    );
    // Reads the suggested k and why, and accepts it.
    await press(["2"], () => sees(terminal, "suggested k = 4") && sees(terminal, /bends there more than it does/));
    await press([KEYS.enter], () => isIdle(terminal));
    // Reads who the best spenders are, and names them.
    await press(["3"], () => sees(terminal, /high-spending|high spending/));
    for (let turn = 0; turn < 4 && !sees(terminal, /─ [A-D] .*high income, high spending/); turn++) {
      const before = terminal.text();
      await press(["]"], () => terminal.text() !== before);
    }
    expect(sees(terminal, /─ [A-D] .*high income, high spending/)).toBe(true);
    await press(["n"], () => sees(terminal, /Name of/));
    await press(["V", "I", "P"], () => sees(terminal, /Name of [A-D]: VIP/));
    await press([KEYS.enter], () => sees(terminal, /─ [A-D] VIP/));
    // Looks at three of them.
    await press([KEYS.enter], () => sees(terminal, /60 of 240 customers +segment=/) && sees(terminal, /customer 6\b/));
    expect(terminal.lines().filter((line) => /customer \d+/.test(line)).length).toBeGreaterThanOrEqual(3);
    // Saves labels and report, and leaves.
    await press(["w"], () => sees(terminal, "shop-report.html"));
    await press(["w"], () => sees(terminal, /Saved shop-segments\.csv and shop-report\.html/));
    terminal.type("q");
    pressed += 1;
    expect(await terminal.ended).toBe(0);

    expect(pressed).toBeLessThanOrEqual(MOST_KEYS);
    expect(isAsItWas(terminal)).toBe(true);
    expect(terminal.text()).toContain("--edit");
    const labels = readFileSync(place.at("shop-segments.csv"), "utf8").trimEnd().split("\n");
    expect(labels).toHaveLength(241);
    expect(labels.filter((line) => line.endsWith(",VIP"))).toHaveLength(60);
    expect(readFileSync(place.at("shop-report.html"), "utf8")).toContain("VIP");
  });
});
