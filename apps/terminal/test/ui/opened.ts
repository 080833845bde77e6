import { type InTerminal, kentroIn, type TerminalOptions } from "../terminal.ts";

/** Keys as terminals send them. */
export const KEYS: Readonly<Record<"down" | "escape" | "enter" | "clear" | "interrupt" | "suspend", string>> = {
  ...{ down: "\x1b[B", escape: "\x1b", enter: "\r", clear: "\x15", interrupt: "\x03", suspend: "\x1a" },
};

/** The mall sample once its segments are seen, down to the footer. */
export async function mall(options: TerminalOptions): Promise<InTerminal> {
  const terminal = kentroIn(["mall"], options);
  await terminal.until(() => /^▸ ?A .*\? help {2}q quit/ms.test(terminal.text()) && isIdle(terminal));
  return terminal;
}

/** Whether nothing is under way. */
export function isIdle(terminal: InTerminal): boolean {
  return !terminal.text().includes("Esc stop");
}

/** Whether the terminal shows the main screen and its cursor again. */
export function isAsItWas(terminal: InTerminal): boolean {
  return !terminal.isAlternate() && terminal.hasCursor();
}

/** Whether a line of what is seen matches. */
export function sees(terminal: InTerminal, pattern: RegExp | string): boolean {
  return typeof pattern === "string" ? terminal.text().includes(pattern) : pattern.test(terminal.text());
}

/** A table of 300,000 rows without groups: many seconds of work. */
export function manyCsv(): string {
  const rows = Array.from({ length: 300_000 }, (_, i) => {
    return `${(i * 7919) % 10007},${(i * 104729) % 10009},${(i * 31) % 997}\n`;
  });
  return `a,b,c\n${rows.join("")}`;
}

/** A table of four planted groups of customers, with a column of chance. */
export function shopCsv(): string {
  const centers = [
    [25, 30, 15],
    [65, 95, 90],
    [25, 95, 40],
    [65, 30, 65],
  ] as const;
  let drawn = 7;
  const draw = (): number => {
    drawn = (Math.imul(drawn, 1664525) + 1013904223) >>> 0;
    return drawn / 2 ** 32;
  };
  const near = (center: number): number => Math.round(center + 10 * (draw() + draw() + draw() + draw() - 2));
  const rows = Array.from({ length: 240 }, (_, i) => {
    const [age, income, spending] = centers[i % 4]!;
    return `customer ${i + 1},${near(age)},${near(income)},${near(spending)},${Math.floor(100 * draw())}\n`;
  });
  return `customer,age,income,spending,luck\n${rows.join("")}`;
}
