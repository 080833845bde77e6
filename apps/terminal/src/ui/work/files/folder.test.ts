import { once } from "node:events";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listFolder } from "./folder.ts";
import type { Listing } from "./protocol.ts";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "kentro-folder-")));
const at = (...names: readonly string[]): string => join(folder, ...names);
const list = (path: string, home = "/nobody"): Promise<Listing> =>
  listFolder(path, [], home, new AbortController().signal);
const names = (entries: readonly { readonly name: string }[]): string[] => entries.map(({ name }) => name);

beforeAll(() => {
  mkdirSync(at("shop", "archive"), { recursive: true });
  mkdirSync(at("shop", ".git"));
  mkdirSync(at("shop", "old.csv"));
  for (const name of ["b.csv", "A.TSV", "c.txt", "d.parquet", "e.jsonl", "f.ndjson", "g.json", "h.csv.gz"]) {
    writeFileSync(at("shop", name), "a,b\n1,2\n");
  }
  for (const name of [".hidden.csv", "picture.png", "csv", "all.tar.gz"]) writeFileSync(at("shop", name), "x");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a folder", () => {
  it("has its folders and what may hold a table, with sizes; nothing hidden", async () => {
    const { folders, tables, path, parent, more } = await list(at("shop"));
    expect(names(folders)).toEqual(["archive", "old.csv"]);
    expect(names(tables)).toEqual(["A.TSV", "b.csv", "c.txt", "d.parquet", "e.jsonl", "f.ndjson", "h.csv.gz"]);
    expect(tables[0]).toMatchObject({ path: at("shop", "A.TSV"), sizeBytes: 8, shape: null });
    expect({ path, parent, more }).toEqual({ path: at("shop"), parent: folder, more: 0 });
  });

  it("is in the order that people give to names", async () => {
    mkdirSync(at("months"));
    for (const name of ["10.csv", "9.csv", "b.csv", "A.csv"]) writeFileSync(at("months", name), "");
    expect(names((await list(at("months"))).tables)).toEqual(["9.csv", "10.csv", "A.csv", "b.csv"]);
  });

  it("is called as people write it", async () => {
    expect((await list(at("shop"), folder)).shown).toBe(join("~", "shop"));
    expect((await list(folder, folder)).shown).toBe("~");
    expect((await list(at("shop"), `${folder}/sh`)).shown).toBe(at("shop"));
  });

  it("has no parent where it is the root", async () => {
    expect((await list("/")).parent).toBeNull();
  });

  it("knows rows and columns of what was opened before, unless it has changed since", async () => {
    const { size, mtimeMs } = statSync(at("shop", "b.csv"));
    const seen = { path: at("shop", "b.csv"), sizeBytes: size, modifiedMs: mtimeMs, openedMs: 1, rows: 1, columns: 2 };
    const shapeOf = async (recent: typeof seen): Promise<unknown> => {
      const { tables } = await listFolder(at("shop"), [recent], "/", new AbortController().signal);
      return tables.find(({ name }) => name === "b.csv")?.shape;
    };
    expect(await shapeOf(seen)).toEqual({ rows: 1, columns: 2 });
    expect(await shapeOf({ ...seen, sizeBytes: 9 })).toBeNull();
    expect(await shapeOf({ ...seen, modifiedMs: 1 })).toBeNull();
  });

  it("follows links, and goes round in no circle", async () => {
    mkdirSync(at("links"));
    symlinkSync(".", at("links", "loop"));
    symlinkSync("b", at("links", "a"));
    symlinkSync("a", at("links", "b"));
    symlinkSync("nowhere", at("links", "broken.csv"));
    symlinkSync(at("shop", "b.csv"), at("links", "b.csv"));
    symlinkSync(at("shop", "picture.png"), at("links", "picture"));
    const socket = createServer().listen(at("links", "socket.csv"));
    await once(socket, "listening");
    const { folders, tables } = await list(at("links"));
    socket.close();
    expect(names(folders)).toEqual(["loop"]);
    expect(names(tables)).toEqual(["b.csv"]);
    expect((await list(at("links", "loop", "loop", "loop"))).path).toBe(at("links"));
    await expect(list(at("links", "a"))).rejects.toMatchObject({ code: "ELOOP" });
  });

  it("may have ten thousand files", async () => {
    mkdirSync(at("many"));
    for (let i = 0; i < 10_000; i++) writeFileSync(at("many", `${i}.csv`), "");
    const { tables, more } = await list(at("many"));
    expect({ tables: tables.length, more }).toEqual({ tables: 10_000, more: 0 });
  });

  it("is not listed to its end where that is not wanted any more", async () => {
    const signal = AbortSignal.abort(new Error("enough"));
    await expect(listFolder(at("shop"), [], "/", signal)).rejects.toThrow("enough");
  });
});
