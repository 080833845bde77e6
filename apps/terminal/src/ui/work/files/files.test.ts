import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Reply } from "../protocol.ts";
import { files } from "./files.ts";
import type { FilesReply, Place } from "./protocol.ts";
import { remember } from "./recent.ts";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "kentro-files-")));
const at = (...names: readonly string[]): string => join(folder, ...names);
const recent = at("state", "recent.json");
beforeAll(() => {
  mkdirSync(at("shop"));
  for (const name of ["a.csv", "b.csv"]) writeFileSync(at("shop", name), "x\n1\n");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function answerTo(place: Place, path: string | null = null): Promise<FilesReply> {
  const replies: Reply[] = [];
  const { signal } = new AbortController();
  await files({ type: "files", id: 7, place }, { signal, answer: (reply) => replies.push(reply) }, path);
  const [reply] = replies;
  if (reply?.type !== "files") throw new Error("expected files");
  return reply;
}

describe("looking for tables", () => {
  it("begins where the program was started", async () => {
    const { id, found } = await answerTo({ at: "start" });
    expect({ id, found }).toMatchObject({ id: 7, found: { listing: { path: realpathSync(process.cwd()) } } });
  });

  it("lists the folder of a file that cannot be read, whether it is there or not", async () => {
    const path = at("shop", "gone.csv");
    expect((await answerTo({ at: "beside", path })).found).toMatchObject({
      listing: { path: at("shop") },
      focus: path,
    });
    const { found } = await answerTo({ at: "beside", path: at("no", "such", "folder.csv") });
    expect(found).toMatchObject({ kind: "folder", listing: { path: realpathSync(process.cwd()) } });
  });

  it("takes what is typed for a folder, a file or a pattern, from the folder that is shown", async () => {
    const typed = async (text: string): Promise<unknown> => (await answerTo({ at: "typed", text, folder })).found;
    expect(await typed("shop")).toMatchObject({ kind: "folder", listing: { path: at("shop") } });
    expect(await typed("shop/a.csv")).toEqual({ kind: "file", path: at("shop", "a.csv") });
    expect(await typed("shop/*.csv")).toEqual({ kind: "file", path: at("shop", "*.csv") });
    expect(await typed(at("shop", "..", "shop", "b.csv"))).toEqual({ kind: "file", path: at("shop", "b.csv") });
    expect(await typed("~/no such folder")).toMatchObject({ path: join(homedir(), "no such folder") });
  });

  it("says in a sentence why there is nothing to list", async () => {
    const { found } = await answerTo({ at: "typed", text: "gone", folder });
    expect(found).toEqual({ kind: "refused", path: at("gone"), sentence: `"${at("gone")}" does not exist.` });
  });

  it("tells of the tables opened lately that are there still", async () => {
    await remember(recent, at("shop", "a.csv"), { rows: 1, columns: 1 }, 5);
    await remember(recent, at("shop", "b.csv"), { rows: 1, columns: 1 }, 6);
    rmSync(at("shop", "b.csv"));
    const reply = await answerTo({ at: "folder", path: at("shop") }, recent);
    expect(reply.recent).toEqual([
      {
        ...{ name: "a.csv", path: at("shop", "a.csv"), folder: at("shop"), sizeBytes: 4, openedMs: 5 },
        shape: { rows: 1, columns: 1 },
      },
    ]);
  });
});
