import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { readRecent, recentPath, remember } from "./recent.ts";

const folder = mkdtempSync(join(tmpdir(), "kentro-recent-"));
const path = join(folder, "state", "kentro", "recent.json");
const table = (name: string): string => join(folder, name);
const SHAPE = { rows: 3, columns: 2 };
beforeEach(() => {
  rmSync(join(folder, "state"), { recursive: true, force: true });
  for (let i = 0; i < 12; i++) writeFileSync(table(`${i}.csv`), "income,Ana Lopez\n1,2\n");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const written = (text: string): void => {
  mkdirSync(join(folder, "state", "kentro"), { recursive: true });
  writeFileSync(path, text);
};

describe("where tables opened lately are kept", () => {
  it("is the user's folder for state", () => {
    expect(recentPath({ XDG_STATE_HOME: "/state" }, "linux", "/home/ana")).toBe("/state/kentro/recent.json");
    expect(recentPath({}, "linux", "/home/ana")).toBe("/home/ana/.local/state/kentro/recent.json");
    expect(recentPath({ XDG_STATE_HOME: "not/absolute" }, "darwin", "/Users/ana")).toBe(
      "/Users/ana/.local/state/kentro/recent.json",
    );
    expect(recentPath({ LOCALAPPDATA: "/local", XDG_STATE_HOME: "/state" }, "win32", "/ana")).toBe(
      "/local/kentro/recent.json",
    );
    expect(recentPath({}, "win32", "/ana")).toBe("/ana/AppData/Local/kentro/recent.json");
  });

  it("is nowhere where the user does not want it", () => {
    expect(recentPath({ KENTRO_NO_RECENT: "1", XDG_STATE_HOME: "/state" }, "linux", "/home/ana")).toBeNull();
    expect(recentPath({ KENTRO_NO_RECENT: "0", XDG_STATE_HOME: "/state" }, "linux", "/home/ana")).not.toBeNull();
  });
});

describe("tables opened lately", () => {
  it("are remembered by path, size and time, the last first, and nothing of what is in them is", async () => {
    await remember(path, table("1.csv"), SHAPE, 1000);
    await remember(path, table("2.csv"), { rows: 9, columns: 4 }, 2000);
    const recent = await readRecent(path);
    expect(recent.map((each) => each.path)).toEqual([table("2.csv"), table("1.csv")]);
    expect(recent[0]).toMatchObject({ rows: 9, columns: 4, openedMs: 2000, sizeBytes: 21 });
    expect(readFileSync(path, "utf8")).not.toMatch(/income|Lopez/);
  });

  it("are each there once, and ten at most", async () => {
    for (let i = 0; i < 12; i++) await remember(path, table(`${i}.csv`), SHAPE, i);
    await remember(path, table("5.csv"), SHAPE, 12);
    const names = (await readRecent(path)).map((each) => each.path.slice(folder.length + 1));
    expect(names).toEqual(["5.csv", "11.csv", "10.csv", "9.csv", "8.csv", "7.csv", "6.csv", "4.csv", "3.csv", "2.csv"]);
  });

  it("are for the user alone to read, and leave no half file", async () => {
    await remember(path, table("1.csv"), SHAPE, 1);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, "state", "kentro"))).toEqual(["recent.json"]);
  });

  it("are not asked for where they are not kept", async () => {
    await remember(null, table("1.csv"), SHAPE, 1);
    expect(await readRecent(null)).toEqual([]);
  });

  it.each([
    ["no JSON", "{"],
    ["another format", JSON.stringify({ format: "other", version: 1, files: [] })],
    ["another version", JSON.stringify({ format: "kentro-recent", version: 2, files: [] })],
    ["no list", JSON.stringify({ format: "kentro-recent", version: 1, files: { length: 3 } })],
    ["null", "null"],
    ["more than such a file ever has", `${" ".repeat(70_000)}{}`],
  ])("are none where the file holds %s; it is written anew", async (_, text) => {
    written(text);
    expect(await readRecent(path)).toEqual([]);
    await remember(path, table("1.csv"), SHAPE, 1);
    expect(await readRecent(path)).toHaveLength(1);
  });

  it("are only those that are told of in full", async () => {
    const good = { path: table("1.csv"), sizeBytes: 1, modifiedMs: 1.5, openedMs: 2, rows: 3, columns: 4 };
    const bad = [null, 7, { ...good, path: "relative.csv" }, { ...good, path: "/a\0b" }, { ...good, rows: -1 }];
    const worse = [
      { ...good, columns: "4" },
      { ...good, openedMs: null },
      { ...good, path: `/${"a".repeat(5000)}` },
    ];
    written(JSON.stringify({ format: "kentro-recent", version: 1, files: [...bad, ...worse, good] }));
    expect(await readRecent(path)).toEqual([good]);
  });

  it("are forgotten without a word where they cannot be written down", async () => {
    writeFileSync(join(folder, "state"), "a file in the way");
    await expect(remember(path, table("1.csv"), SHAPE, 1)).resolves.toBeUndefined();
    await expect(remember(path, table("gone.csv"), SHAPE, 1)).resolves.toBeUndefined();
    rmSync(join(folder, "state"));
    mkdirSync(path, { recursive: true });
    await expect(remember(path, table("1.csv"), SHAPE, 1)).resolves.toBeUndefined();
    expect(readdirSync(join(folder, "state", "kentro"))).toEqual(["recent.json"]);
  });
});
