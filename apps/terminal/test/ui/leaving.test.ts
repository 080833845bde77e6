import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { PROGRAM, workplace } from "../program.ts";
import { endAll, kentroIn, startIn } from "../terminal.ts";
import { isAsItWas, KEYS, mall, manyCsv, sees } from "./opened.ts";

const place = workplace();
beforeAll(() => writeFileSync(place.at("many.csv"), manyCsv()));
afterEach(endAll);
afterAll(() => place.remove());

const SIGHUP = 1;

function readIfThere(path: string): string | null {
  return existsSync(path) ? readFileSync(path, "utf8") : null;
}

const FAILED = "There is no file no-such.csv.";

describe("leaving", () => {
  it.each([
    ["q", "q"],
    ["Ctrl-C", KEYS.interrupt],
  ])("by %s restores main screen, cursor, echo and every other setting, with exit code 0", async (_, key) => {
    const script = 'echo before; stty -a > before; "$0" "$1" no-such.csv; echo "code $?"; stty -a > after';
    const terminal = startIn("sh", ["-c", script, process.execPath, PROGRAM], { cwd: place.path });
    await terminal.until(() => sees(terminal, FAILED));
    terminal.type(key);
    await terminal.ended;
    expect(isAsItWas(terminal)).toBe(true);
    expect(terminal.lines().filter((line) => line !== "")).toEqual(["before", "code 0"]);
    expect(readFileSync(place.at("after"), "utf8")).toBe(readFileSync(place.at("before"), "utf8"));
    expect(readFileSync(place.at("after"), "utf8")).toMatch(/(?<!-)\becho\b/);
  });

  it("by Ctrl-C takes two where work is under way: the first stops it", async () => {
    const terminal = kentroIn(["many.csv"], { cwd: place.path });
    await terminal.until(() => sees(terminal, "Looking for segments"));
    terminal.type(KEYS.interrupt);
    await terminal.until(() => sees(terminal, "Stopped"));
    expect(terminal.isAlternate()).toBe(true);
    terminal.type(KEYS.interrupt);
    expect(await terminal.ended).toBe(0);
    expect(isAsItWas(terminal)).toBe(true);
  });

  it("by SIGTERM restores the terminal as well", async () => {
    const terminal = await mall({ cwd: place.path });
    terminal.signal("SIGTERM");
    await terminal.ended;
    expect(isAsItWas(terminal)).toBe(true);
  });

  it("for the shell by Ctrl-Z, and comes back by fg", async () => {
    const terminal = startIn("sh", ["-i"], { cwd: place.path, env: { PS1: "shell> ", ENV: "" } });
    await terminal.until(() => sees(terminal, "shell> "));
    terminal.type(`'${process.execPath}' '${PROGRAM}' no-such.csv\r`);
    await terminal.until(() => sees(terminal, FAILED));
    terminal.type(KEYS.suspend);
    await terminal.until(() => isAsItWas(terminal) && terminal.lines().findLast((line) => line !== "") === "shell> ");
    terminal.type("fg\r");
    await terminal.until(() => terminal.isAlternate() && sees(terminal, FAILED));
    terminal.type("?");
    await terminal.until(() => sees(terminal, "─ Keys"));
    terminal.type("q");
    await terminal.until(() => isAsItWas(terminal));
  });

  it("says the command that finds the segments again", async () => {
    const terminal = await mall({ cwd: place.path });
    terminal.type("q");
    await terminal.ended;
    expect(terminal.text()).toContain("kentro segment mall");
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
    await terminal.until(() => sees(terminal, "Looking for segments"));
    writeFileSync(place.at("crash-main"), "");
    expect(await terminal.ended).toBe(1);
    expect(isAsItWas(terminal)).toBe(true);
    expect(terminal.text()).toContain("kentro: Something unexpected went wrong: boom");
  });

  it("while a table is read ends in the same way", async () => {
    const terminal = kentroIn(["many.csv"], { cwd: place.path, env: throwing("isMainThread", "crash-reading") });
    await terminal.until(() => sees(terminal, /rows read|Looking/));
    // A frame that is not drawn yet must not come after the screen was left.
    terminal.type("?");
    writeFileSync(place.at("crash-reading"), "");
    expect(await terminal.ended).toBe(1);
    expect(isAsItWas(terminal)).toBe(true);
    expect(terminal.lines()[0]).toContain("kentro: Something unexpected went wrong: boom");
    expect(terminal.text()).not.toMatch(/terminate|help/);
  });

  it("of the worker is told, and r starts another", async () => {
    const terminal = kentroIn(["many.csv"], { cwd: place.path, env: throwing("!isMainThread", "crash-worker") });
    await terminal.until(() => sees(terminal, "Looking for segments"));
    writeFileSync(place.at("crash-worker"), "");
    await terminal.until(() => sees(terminal, "The work stopped unexpectedly: boom"));
    rmSync(place.at("crash-worker"));
    terminal.type("r");
    await terminal.until(() => sees(terminal, "Looking for segments"));
  });
});

describe("a terminal that is closed", () => {
  it.each([
    ["mall", "5 segments of 200 customers"],
    ["many.csv", "Looking for segments"],
  ])("ends the program, whatever it is doing (%s), as one that does not listen for it ends", async (source, seen) => {
    // The terminal goes with the outer shell; the inner one stays to tell how the program has ended.
    const inner = `trap : HUP; "$0" "$1" ${source}; echo $? > ended-${source}`;
    const outer = `sh -c '${inner}' "$0" "$1"; :`;
    const terminal = startIn("sh", ["-c", outer, process.execPath, PROGRAM], { cwd: place.path });
    await terminal.until(() => sees(terminal, seen));
    terminal.signal("SIGKILL");
    await expect.poll(() => readIfThere(place.at(`ended-${source}`)), { timeout: 30_000 }).toBe(`${128 + SIGHUP}\n`);
  });

  it("is left as it was where only the signal comes", async () => {
    const terminal = await mall({ cwd: place.path });
    terminal.signal("SIGHUP");
    await terminal.ended;
    expect(isAsItWas(terminal)).toBe(true);
  });

  it("is no reason to write anything where stdout is a pipe that ends early", async () => {
    const script = '"$0" "$1" mall | head -1; echo "code $?"';
    const terminal = startIn("sh", ["-c", script, process.execPath, PROGRAM], { cwd: place.path });
    await terminal.ended;
    expect(terminal.text()).toMatch(/^5 segments of 200 customers[\s\S]*code 0/);
    expect(terminal.written()).not.toContain("\x1b");
  });
});
