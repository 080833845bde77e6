import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { completed } from "./completion.ts";

const folder = mkdtempSync(join(tmpdir(), "kentro-completion-"));
beforeAll(() => {
  for (const name of ["months", "more", ".git", "日本"]) mkdirSync(join(folder, name));
  for (const name of ["sales-2025.csv", "sales-2026.csv", "sales.png", "months/may.csv"])
    writeFileSync(join(folder, name), "");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each([
  ["sal", "sales-202", 2],
  ["sales-2025", "sales-2025.csv", 1],
  ["mon", "months/", 1],
  ["mo", "mo", 2],
  ["months/", "months/may.csv", 1],
  ["./mor", "./more/", 1],
  [".g", ".git/", 1],
  ["日", "日本/", 1],
  ["x", "x", 0],
  ["gone/x", "gone/x", 0],
  ["", "", 5],
])("%j is gone on with to %j, of %d", async (text, to, names) => {
  expect(await completed(text, (typed) => resolve(folder, typed))).toEqual({ text: to, names });
});
