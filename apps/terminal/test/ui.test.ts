import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { PROGRAM, workplace } from "./program.ts";
import { endAll, type InTerminal, kentroIn, startIn, type TerminalOptions } from "./terminal.ts";

const place = workplace();
beforeAll(() => {
  const rows = Array.from({ length: 90 }, (_, i) => `${(i % 3) * 50 + (i % 7)},${(i % 3) * 20 + (i % 5)},c${i % 2}\n`);
  writeFileSync(place.at("visits.csv"), `spend,visits,city\n${rows.join("")}`);
  const many = Array.from(
    { length: 60_000 },
    (_, i) => `${(i * 7919) % 10007},${(i * 104729) % 10009},${(i * 31) % 997}\n`,
  );
  writeFileSync(place.at("many.csv"), `a,b,c\n${many.join("")}`);
});
afterEach(endAll);
afterAll(() => place.remove());

// biome-ignore lint/suspicious/noControlCharactersInRegex: escape codes are what is looked for
const COLOR_CODES = /\x1b\[[\d;]*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;[\d;]*)?m/;
const DOWN = "\x1b[B";
const CTRL_C = "\x03";

/** The mall sample once its segments are seen, down to the footer. */
async function mall(options: Partial<TerminalOptions> = {}): Promise<InTerminal> {
  const terminal = kentroIn(["mall"], { cwd: place.path, ...options });
  await terminal.until(() => /^▸A .*\? help {2}q quit/ms.test(terminal.text()));
  return terminal;
}

/** Whether the terminal shows the main screen and its cursor again. */
function isAsItWas(terminal: InTerminal): boolean {
  return !terminal.isAlternate() && terminal.hasCursor();
}

describe("kentro mall", () => {
  it("lands on the five named segments of the mall; keys lead on from there", async () => {
    const terminal = await mall();
    const listed = terminal.lines().flatMap((line) => {
      const [, letter, name, size] = /^[▸ ]([A-E]) (\S.*\S) +(\d+) +[\d.]+ %/.exec(line) ?? [];
      return letter === undefined ? [] : [{ letter, name, size: Number(size) }];
    });
    expect(listed.map(({ letter, size }) => `${letter} ${size}`)).toEqual(["A 81", "B 39", "C 35", "D 23", "E 22"]);
    expect(new Set(listed.map(({ name }) => name)).size).toBe(5);
    for (const { name } of listed) expect(name).toMatch(/\b(income|spending)\b/);
    expect(terminal.lines()[1]).toContain("5 segments of 200 customers, found by the elbow");
    expect(terminal.text()).toContain("Annual Income (k$) →");
    expect(terminal.isAlternate()).toBe(true);
    expect(terminal.written()).toMatch(COLOR_CODES);

    terminal.type("?");
    await terminal.until(() => terminal.text().includes("Ctrl-Z"));
    terminal.type("?");
    terminal.type("2");
    await terminal.until(() => terminal.text().includes("┊ suggested k = 5"));
    expect(terminal.text()).toMatch(/▸ +5 +65\.6 .*22/);
    terminal.type(`3${DOWN}4`);
    await terminal.until(() => terminal.text().includes("─ 1 of 39  B "));
    terminal.type(DOWN);
    await terminal.until(() => terminal.text().includes("2 of 39"));
    terminal.type("3+");
    await terminal.until(() => terminal.lines()[1]!.startsWith(" 6 segments of 200 customers"));
  });

  it("takes another column and scale, and finds segments and curve anew", async () => {
    const terminal = await mall();
    terminal.type(`1${DOWN}${DOWN} `);
    await terminal.until(() => terminal.text().includes("3 of 5 columns taken"));
    terminal.type("3");
    await terminal.until(() => terminal.text().includes("200 customers by Age, Annual Income (k$), Spending"));
    terminal.type("1s");
    await terminal.until(() => terminal.text().includes("each column less its median"));
  });

  it("says something sensible at 40 columns and in less, and draws anew when the window grows", async () => {
    const terminal = await mall({ columns: 40, rows: 12 });
    expect(terminal.lines()[0]).toMatch(/3\/4 Segments ?$/);
    expect(terminal.lines()[1]).toContain("5 segments of 200 customers, found by");
    expect(terminal.text()).toMatch(/^▸A average income.* 81 █+$/m);
    expect(terminal.text()).toContain("? help  q quit");
    terminal.resize(20, 5);
    await terminal.until(() => terminal.text().replaceAll("\n", " ").includes("20x5 is too small"));
    terminal.resize(120, 40);
    await terminal.until(() => terminal.text().includes("┊ suggested k = 5"));
    expect(terminal.lines()[0]).toMatch(/^ mall {2}200 × 5.*4 Customers$/);
    expect(terminal.lines().filter((line) => line.includes("4 Customers"))).toHaveLength(1);
    terminal.resize(80, 24);
    await terminal.until(() => !terminal.text().includes("┊") && terminal.text().includes("Annual Income (k$) →"));
    expect(terminal.lines().at(-2)).toContain("? help  q quit");
  });
});

describe("saving", () => {
  it("writes where the user stands, replaces nothing unasked, and leaves path and command on the main screen", async () => {
    writeFileSync(place.at("mine.csv"), "mine");
    const terminal = await mall();
    terminal.type(`6${DOWN}${DOWN} g`);
    const save = async (name: string): Promise<void> => {
      terminal.type("\r");
      await terminal.until(() => terminal.text().includes("Labels to "));
      for (const keys of ["\x15", name, "\r", "w"]) terminal.type(keys);
    };
    await save("mine.csv");
    await terminal.until(() => terminal.text().includes('"mine.csv" is there already.'));
    terminal.type("\x1b");
    await terminal.until(() => !terminal.text().includes('"mine.csv" is there already.'));
    await save("five.csv");
    await terminal.until(() => terminal.text().includes("Saved five.csv."));
    const saved = readFileSync(place.at("five.csv"), "utf8").trimEnd().split("\n");
    expect(saved).toHaveLength(201);
    expect(saved[0]).toMatch(/,segment,segment_name$/);
    expect(readFileSync(place.at("mine.csv"), "utf8")).toBe("mine");
    terminal.type("q");
    expect(await terminal.ended).toBe(0);
    const left = terminal.text().trimEnd().replaceAll("\n", " ");
    expect(left).toMatch(/^Saved \S*five\.csv To write it again: kentro segment mall --out five\.csv$/);
  });
});

describe("kentro FILE", () => {
  it("opens a file of one's own with what it takes by itself", async () => {
    const terminal = kentroIn(["visits.csv"], { cwd: place.path });
    await terminal.until(() => terminal.text().includes("90 customers by spend, visits"));
    expect(terminal.lines()[0]).toMatch(/^ visits\.csv {2}90 × 3/);
  });

  it("says on the screen what is wrong with a file", async () => {
    const terminal = kentroIn(["no-such.csv"], { cwd: place.path });
    await terminal.until(() => terminal.text().includes("There is no file no-such.csv."));
  });
});

describe("leaving", () => {
  it.each([
    ["q", "q"],
    ["Ctrl-C", CTRL_C],
  ])("by %s restores the main screen and the cursor, with exit code 0", async (_, key) => {
    const script = 'echo before; "$0" "$1" no-such.csv; echo "code $?"';
    const terminal = startIn("sh", ["-c", script, process.execPath, PROGRAM], { cwd: place.path });
    await terminal.until(() => terminal.text().includes("r tries again, q quits"));
    terminal.type(key);
    await terminal.ended;
    expect(isAsItWas(terminal)).toBe(true);
    expect(terminal.lines().filter((line) => line !== "")).toEqual(["before", "code 0"]);
  });

  it("by Ctrl-C takes two where work is under way: the first stops it", async () => {
    const terminal = kentroIn(["many.csv"], { cwd: place.path });
    await terminal.until(() => terminal.text().includes("Looking for segments"));
    terminal.type(CTRL_C);
    await terminal.until(() => terminal.text().includes("Stopped"));
    expect(terminal.isAlternate()).toBe(true);
    terminal.type(CTRL_C);
    expect(await terminal.ended).toBe(0);
    expect(isAsItWas(terminal)).toBe(true);
  });

  it("by SIGTERM restores the terminal as well", async () => {
    const terminal = kentroIn(["mall"], { cwd: place.path });
    await terminal.until(() => terminal.text().includes("? help  q quit"));
    terminal.signal("SIGTERM");
    await terminal.ended;
    expect(isAsItWas(terminal)).toBe(true);
  });

  it("for the shell by Ctrl-Z, and comes back by fg", async () => {
    const terminal = startIn("sh", ["-i"], { cwd: place.path, env: { PS1: "shell> ", ENV: "" } });
    await terminal.until(() => terminal.text().includes("shell> "));
    terminal.type(`'${process.execPath}' '${PROGRAM}' no-such.csv\r`);
    await terminal.until(() => terminal.text().includes("r tries again, q quits"));
    terminal.type("\x1a");
    await terminal.until(() => isAsItWas(terminal) && terminal.lines().findLast((line) => line !== "") === "shell> ");
    terminal.type("fg\r");
    await terminal.until(() => terminal.isAlternate() && terminal.text().includes("r tries again, q quits"));
    terminal.type("?");
    await terminal.until(() => terminal.text().includes("fg: back"));
    terminal.type("q");
    await terminal.until(() => isAsItWas(terminal));
  });
});

describe("a crash", () => {
  /** Has the program, or its worker, throw when a file appears. */
  const throwing = (where: "isMainThread" | "!isMainThread", file: string): NodeJS.ProcessEnv => {
    const code = `import { isMainThread } from "node:worker_threads"; import { existsSync } from "node:fs";
      if (${where}) setInterval(() => { if (existsSync("${file}")) throw new Error("boom"); }, 20).unref();`;
    return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}` };
  };

  it("leaves the terminal as it was, and says on the main screen what happened", async () => {
    const terminal = kentroIn(["many.csv"], { cwd: place.path, env: throwing("isMainThread", "crash-main") });
    await terminal.until(() => terminal.text().includes("Looking for segments"));
    writeFileSync(place.at("crash-main"), "");
    expect(await terminal.ended).toBe(1);
    expect(isAsItWas(terminal)).toBe(true);
    expect(terminal.text()).toContain("kentro: Something unexpected went wrong: boom");
  });

  it("of the worker is told, and r starts another", async () => {
    const terminal = kentroIn(["many.csv"], { cwd: place.path, env: throwing("!isMainThread", "crash-worker") });
    await terminal.until(() => terminal.text().includes("Looking for segments"));
    writeFileSync(place.at("crash-worker"), "");
    await terminal.until(() => terminal.text().includes("The work stopped unexpectedly: boom"));
    rmSync(place.at("crash-worker"));
    terminal.type("r");
    await terminal.until(() => terminal.text().includes("Looking for segments"));
  });
});

describe("color", () => {
  it("is not sent where NO_COLOR is set, and letters stand for the dots", async () => {
    const terminal = await mall({ env: { NO_COLOR: "1" } });
    expect(terminal.written()).not.toMatch(COLOR_CODES);
    expect(terminal.text()).toMatch(/│.*[a-e].*[a-e]/);
    expect(terminal.text()).not.toMatch(/[\u2801-\u28ff]/);
  });

  it("needs no terminal that can do nothing: a dumb one gets plain text", async () => {
    const terminal = kentroIn(["mall"], { cwd: place.path, env: { TERM: "dumb" } });
    expect(await terminal.ended).toBe(0);
    expect(terminal.written()).toContain("5 segments of 200 customers");
    expect(terminal.written()).not.toContain("\x1b");
  });
});

describe("a key", () => {
  it("is answered at once while work goes on, q too", async () => {
    const terminal = kentroIn(["many.csv"], { cwd: place.path });
    await terminal.until(() => terminal.text().includes("Looking for segments"));
    terminal.type("1");
    await terminal.until(() => terminal.text().includes("─ 3 columns ─"));
    expect(terminal.lines()[1]).toBe(" Looking for segments ...");
    terminal.type("q");
    expect(await terminal.ended).toBe(0);
    expect(isAsItWas(terminal)).toBe(true);
  });
});
