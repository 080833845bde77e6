import { afterEach, describe, expect, it } from "vitest";
import { endAll, type InTerminal, startIn } from "./terminal.ts";

afterEach(endAll);

const sh = (script: string): InTerminal => startIn("sh", ["-c", script], { cwd: ".", columns: 20, rows: 4 });

describe("a program in a terminal", () => {
  it("is seen as a terminal shows it, not as it writes", async () => {
    const terminal = sh("printf 'one\\r\\ntwo\\033[1;1HO'; sleep 9");
    await terminal.until(() => terminal.text().includes("two"));
    expect(terminal.lines()).toEqual(["One", "two", "", ""]);
    expect(terminal.written()).toContain("\x1b[1;1H");
  });

  it("gets what is typed, and its exit code is told", async () => {
    const terminal = sh('read line; echo "got $line"; exit 7');
    terminal.type("it\r");
    await terminal.until(() => terminal.text().includes("got it"));
    expect(await terminal.ended).toBe(7);
  });

  it("tells the alternate screen and a hidden cursor", async () => {
    const terminal = sh("printf '\\033[?1049h\\033[?25lon'; read x; printf '\\033[?25h\\033[?1049lback'; sleep 9");
    await terminal.until(() => terminal.text().includes("on"));
    expect([terminal.isAlternate(), terminal.hasCursor()]).toEqual([true, false]);
    terminal.type("\r");
    await terminal.until(() => terminal.text().includes("back"));
    expect([terminal.isAlternate(), terminal.hasCursor()]).toEqual([false, true]);
  });
});

describe("a shot", () => {
  it("has colors, what is bold and what is inverse, each in a span of its own", async () => {
    const terminal = sh("printf 'a\\033[1;38;2;255;0;128mred\\033[0m\\033[7m!\\033[0m'; sleep 9");
    await terminal.until(() => terminal.text().includes("!"));
    const [first, red, mark] = terminal.shot().lines[0]!;
    expect(first).toMatchObject({ column: 0, text: "a", ink: null, bold: false });
    expect(red).toMatchObject({ column: 1, cells: 3, text: "red", ink: "#ff0080", bold: true });
    expect(mark).toMatchObject({ column: 4, text: "!", inverse: true });
  });

  it("gives a wide character two cells", async () => {
    const terminal = sh("printf '年x'; sleep 9");
    await terminal.until(() => terminal.text().includes("x"));
    expect(terminal.shot().lines[0]![0]).toMatchObject({ text: `年x${" ".repeat(17)}`, cells: 20 });
  });
});
