import { readFileSync, writeFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { PROGRAM, workplace } from "../program.ts";
import { endAll, type InTerminal, startIn } from "../terminal.ts";
import { isAsItWas, KEYS, mall, sees } from "./opened.ts";

const place = workplace();
beforeAll(() => {
  writeFileSync(place.at("one.csv"), "a,b\n1,2\n");
  writeFileSync(place.at("empty.csv"), "");
  writeFileSync(place.at("constant.csv"), `a,b,c\n${"1,2,\n".repeat(30)}`);
  writeFileSync(
    place.at("binary.csv"),
    Uint8Array.from({ length: 4000 }, (_, i) => (i * i * 31 + i * 7) % 256),
  );
  writeFileSync(place.at("hostile.csv"), hostileCsv());
  writeFileSync(place.at("wide.csv"), wideCsv());
});
afterEach(endAll);
afterAll(() => place.remove());

/** Names and cells with escape codes, wide and joined characters, texts that turn the direction, and very long ones. */
function hostileCsv(): string {
  const rows = Array.from({ length: 60 }, (_, i) => {
    return `"\x1b[31m${i % 5}",${(i * 13) % 17},${i % 7 === 3 ? "x".repeat(10_000) : "\u202ex"},${i % 4}\n`;
  });
  return `"\x1b[2J\x1b]0;x\x07",年収,"\u202egnp",👩‍👩‍👧\n${rows.join("")}`;
}

function wideCsv(): string {
  const line = (cell: (column: number) => unknown): string =>
    `${Array.from({ length: 300 }, (_, i) => cell(i)).join()}\n`;
  const rows = Array.from({ length: 40 }, (_, row) => line((column) => (row * 31 + column * row * 7) % 53));
  return line((column) => `c${column}`) + rows.join("");
}

/** What terminals send: keys of the program and others, reports that nobody asked for, pasted texts, pieces of sequences. */
const PIECES: readonly string[] = [
  ...Array.from("?:jkhlgG[]+-=arRucwpOvt123456 sLM<>nNmSxXPyb/&o~z é年"),
  ...[
    "\r",
    "\t",
    "\x7f",
    "\x15",
    "\x1b",
    "\x1b[A",
    "\x1b[B",
    "\x1b[C",
    "\x1b[D",
    "\x1b[5~",
    "\x1b[6~",
    "\x1b[H",
    "\x1b[F",
  ],
  ...["\x1bOP", "\x1b[15~", "\x1b[1;5A", "\x1b[Z", "\x1b[<0;10;10M", "\x1b[I", "\x1b[O", "\x1b[24;80R", "\x1b[?1;2c"],
  ...[
    "\x1b[1;5P",
    "\x1b[1;80R",
    "\x1b[200~quit\nq\x1b[201~",
    "\x1b[200~\x1b[31mred\x1b[0m\x1b[201~",
    "\x1b[",
    "\x1bO",
    "\x00",
    "\x01",
    "\x04",
    "\x11",
    "\x13",
    "\x1b\x1b[A",
    "\xe5",
  ],
];

/** Numbers from 0 to 1, the same for a seed. */
function numbersFrom(seed: number): () => number {
  let drawn = seed;
  return () => {
    drawn = (Math.imul(drawn, 1664525) + 1013904223) >>> 0;
    return drawn / 2 ** 32;
  };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Sends so many pieces in haste, with changes of the window between them. */
async function storm(terminal: InTerminal, seed: number, pieces: number): Promise<void> {
  const draw = numbersFrom(seed);
  for (let sent = 0; sent < pieces; sent++) {
    if (draw() < 0.1) terminal.resize(1 + Math.floor(draw() * 180), 1 + Math.floor(draw() * 55));
    else terminal.type(PIECES[Math.floor(draw() * PIECES.length)]!);
    // Those that come together are one piece of input to the program, as where it is busy.
    if (draw() < 0.3) await pause(draw() * 20);
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: escape codes are what is looked for
const OURS = /\x1b\[(?:[\d;]*m|\?(?:25|1049|2004|2026)[hl]|[012]?[JK]|\d*[ABCDG]|H)|\x1b\]52;c;[\w+/=]*\x07/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const FOREIGN = /[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/;

/** What is sent where the window has another size. */
const CLEAR = "\x1b[2J";

describe("a storm of keys, pastes and windows", () => {
  it.each([
    ["mall", 1],
    ["hostile.csv", 2],
    ["wide.csv", 3],
    ["one.csv", 4],
    ["constant.csv", 5],
    ["binary.csv", 6],
    ["empty.csv", 7],
  ])("on %s leaves a program that draws what fits, sends nothing foreign and quits", async (source, seed) => {
    const script = 'trap : INT; stty -a > before; "$0" "$1" "$2"; echo "code $?"; stty -a > after';
    const terminal = startIn("sh", ["-c", script, process.execPath, PROGRAM, source], { cwd: place.path });
    await terminal.until(() => terminal.isAlternate() && sees(terminal, "? help"));
    await storm(terminal, seed, 150);
    // A window of another size is drawn anew, whatever lies over the screen.
    // A line too wide would take two, and drive the first out at the top.
    for (const rows of [33, 20]) {
      const before = terminal.written().length;
      terminal.resize(3 * rows, rows);
      await terminal.until(
        () =>
          terminal.written().lastIndexOf(CLEAR) >= before &&
          terminal.lines().findLastIndex((line) => line !== "") === rows - 2 &&
          /Data|[1-6]\/6|Open|Watch/.test(terminal.lines()[0] ?? ""),
      );
    }
    expect(terminal.text()).not.toMatch(/unexpected|undefined|NaN|\[object/);
    expect(terminal.isAlternate()).toBe(true);
    // Ctrl-C stops what is under way, then quits, whatever lies over the screen.
    let isRunning = true;
    void terminal.ended.then(() => {
      isRunning = false;
    });
    while (isRunning) {
      if (terminal.isAlternate()) terminal.type(KEYS.interrupt);
      await Promise.race([terminal.ended, pause(300)]);
    }
    expect(terminal.text()).toMatch(/code 0/);
    expect(isAsItWas(terminal)).toBe(true);
    expect(settings("after")).toBe(settings("before"));
    expect(terminal.written().replace(OURS, "")).not.toMatch(FOREIGN);
  });
});

it("keys that Ink does not know, pressed with Ctrl, do nothing", async () => {
  const terminal = await mall({ cwd: place.path });
  for (const end of Array.from({ length: 58 }, (_, i) => String.fromCharCode(65 + i))) {
    if (/[[-`u]/.test(end)) continue;
    for (const key of [`\x1b[1;5${end}`, `\x1b\x1b[5${end}`, `\x1b[[5${end}`]) terminal.type(key);
  }
  for (let number = 0; number < 40; number++) terminal.type(`\x1b[${number};5~`);
  terminal.type("?");
  await terminal.until(() => sees(terminal, "─ Keys"));
});

/** What stty says, but for the size of the window. */
function settings(name: string): string {
  return readFileSync(place.at(name), "utf8").replace(/rows \d+; columns \d+/, "");
}
