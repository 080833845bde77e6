import { afterAll, afterEach, describe, expect, it } from "vitest";
import { workplace } from "../program.ts";
import { endAll, kentroIn } from "../terminal.ts";
import { KEYS, mall, sees } from "./opened.ts";

const place = workplace();
afterEach(endAll);
afterAll(() => place.remove());

// biome-ignore lint/suspicious/noControlCharactersInRegex: escape codes are what is looked for
const COLOR_CODES = /\x1b\[[\d;]*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;[\d;]*)?m/;
const NOT_ASCII = /[^\n -~]/;

describe("color", () => {
  it("is there where the terminal has it", async () => {
    expect((await mall({ cwd: place.path })).written()).toMatch(COLOR_CODES);
  });

  it("is not sent where NO_COLOR is set, and letters stand for the dots", async () => {
    const terminal = await mall({ cwd: place.path, columns: 120, rows: 40, env: { NO_COLOR: "1" } });
    await terminal.until(() => sees(terminal, /│.*[a-e].*[a-e]/));
    expect(terminal.written()).not.toMatch(COLOR_CODES);
    expect(terminal.text()).not.toMatch(/[\u2801-\u28ff]/);
  });

  it("is as --color says, whatever NO_COLOR does", async () => {
    const always = kentroIn(["--color", "always", "mall"], { cwd: place.path, env: { NO_COLOR: "1" } });
    await always.until(() => sees(always, "5 segments of 200 customers"));
    await always.until(() => COLOR_CODES.test(always.written()));
    const never = kentroIn(["--color", "never", "mall"], { cwd: place.path });
    await never.until(() => sees(never, "5 segments of 200 customers"));
    expect(never.written()).not.toMatch(COLOR_CODES);
  });

  it("is of another set behind t, and says which", async () => {
    const terminal = await mall({ cwd: place.path });
    terminal.type("t");
    await terminal.until(() => sees(terminal, /light/));
  });
});

describe("a terminal that can do less", () => {
  it("gets plain text where it is dumb", async () => {
    const terminal = kentroIn(["mall"], { cwd: place.path, env: { TERM: "dumb" } });
    expect(await terminal.ended).toBe(0);
    expect(terminal.written()).toContain("5 segments of 200 customers");
    expect(terminal.written()).not.toContain("\x1b");
  });

  it("gets ASCII alone where the locale is not UTF-8", async () => {
    const terminal = kentroIn(["mall"], { cwd: place.path, env: { LC_ALL: "C" } });
    await terminal.until(() => sees(terminal, "5 segments of 200 customers"));
    for (const key of ["1", "2", "4", "5", "6", "p", KEYS.escape, "?"]) {
      const before = terminal.text();
      terminal.type(key);
      await terminal.until(() => terminal.text() !== before);
      expect(terminal.text()).not.toMatch(NOT_ASCII);
    }
  });
});

describe("a screen reader", () => {
  it("gets words alone: no boxes, no dots, no rules, and the selected segment said", async () => {
    const terminal = kentroIn(["mall"], {
      cwd: place.path,
      columns: 100,
      rows: 40,
      env: { INK_SCREEN_READER: "true" },
    });
    await terminal.until(() => sees(terminal, "5 segments of 200 customers"));
    await terminal.until(() => sees(terminal, /selected/i));
    expect(terminal.text()).not.toMatch(/[\u2500-\u257f\u2580-\u259f\u2801-\u28ff]/);
    terminal.type("2");
    await terminal.until(() => sees(terminal, /suggested/));
    expect(terminal.text()).not.toMatch(/[\u2500-\u257f\u2580-\u259f\u2801-\u28ff]/);
    terminal.type("q");
    expect(await terminal.ended).toBe(0);
  });
});
