import { writeFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { workplace } from "../program.ts";
import { endAll, type InTerminal, kentroIn } from "../terminal.ts";
import { isAsItWas, isIdle, KEYS, manyCsv, sees } from "./opened.ts";

const place = workplace();
beforeAll(() => writeFileSync(place.at("many.csv"), manyCsv()));
afterEach(endAll);
afterAll(() => place.remove());

async function working(): Promise<InTerminal> {
  const terminal = kentroIn(["many.csv"], { cwd: place.path });
  await terminal.until(() => sees(terminal, "Looking for segments"));
  return terminal;
}

describe("while a large table is clustered", () => {
  it("keys are answered, q too", async () => {
    const terminal = await working();
    terminal.type("1");
    await terminal.until(() => sees(terminal, /columns/));
    expect(sees(terminal, "Looking for segments")).toBe(true);
    terminal.type("q");
    expect(await terminal.ended).toBe(0);
    expect(isAsItWas(terminal)).toBe(true);
  });

  it("Esc stops it, what is finished stays, and r goes on", async () => {
    const terminal = await working();
    terminal.type("2");
    await terminal.until(() => sees(terminal, /│▸? +2 +675,/));
    terminal.type(KEYS.escape);
    await terminal.until(() => sees(terminal, /[Ss]topped/));
    expect(isIdle(terminal)).toBe(true);
    expect(sees(terminal, /│▸? +2 +675,/)).toBe(true);
    terminal.type("r");
    await terminal.until(() => !isIdle(terminal));
  });
});
