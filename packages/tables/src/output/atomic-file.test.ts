import { chmod, mkdir, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { fault, folderForEachTest } from "../testing/folder.ts";
import { writeAtomically } from "./atomic-file.ts";

const folder = folderForEachTest();

const write = (text: string) => (file: { writeFile(text: string): Promise<void> }) => file.writeFile(text);

test("writes a new file and leaves nothing beside it", async () => {
  await writeAtomically(folder.path("x.txt"), false, write("hello"));
  expect(await folder.text("x.txt")).toBe("hello");
  expect(await folder.names()).toEqual(["x.txt"]);
});

test("shows nothing under the name before all is written", async () => {
  await writeAtomically(folder.path("x.txt"), false, async (file) => {
    await file.writeFile("half");
    expect(await folder.names()).toEqual([expect.stringMatching(/^\.kentro-[0-9a-f]{24}\.part$/)]);
  });
});

test("keeps an existing file, and names it", async () => {
  await folder.file("x.txt", "old");
  let called = false;
  const error = await fault(
    "EXISTS",
    writeAtomically(folder.path("x.txt"), false, async () => {
      called = true;
    }),
  );
  expect(error.message).toBe(`${folder.path("x.txt")} exists already, and is not overwritten unless asked for.`);
  expect(called).toBe(false);
  expect(await folder.text("x.txt")).toBe("old");
});

test("keeps a file that appears while it writes", async () => {
  await fault(
    "EXISTS",
    writeAtomically(folder.path("x.txt"), false, async (file) => {
      await file.writeFile("new");
      await folder.file("x.txt", "somebody else's");
    }),
  );
  expect(await folder.text("x.txt")).toBe("somebody else's");
  expect(await folder.names()).toEqual(["x.txt"]);
});

test("lets one of several writers win", async () => {
  const all = await Promise.allSettled(
    ["a", "b", "c", "d"].map((text) => writeAtomically(folder.path("x.txt"), false, write(text))),
  );
  expect(all.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected", "rejected", "rejected"]);
  expect(await folder.names()).toEqual(["x.txt"]);
});

test("replaces an existing file when asked to, and keeps its permissions", async () => {
  await folder.file("x.txt", "old");
  await chmod(folder.path("x.txt"), 0o600);
  await writeAtomically(folder.path("x.txt"), true, write("new"));
  expect(await folder.text("x.txt")).toBe("new");
  expect((await stat(folder.path("x.txt"))).mode & 0o777).toBe(0o600);
});

test("replaces the file that a symbolic link leads to", async () => {
  const target = await folder.file("target.txt", "old");
  await symlink(target, folder.path("link.txt"));
  await writeAtomically(folder.path("link.txt"), true, write("new"));
  expect(await readFile(target, "utf8")).toBe("new");
  expect(await folder.names()).toEqual(["link.txt", "target.txt"]);
});

test("takes a symbolic link that leads nowhere for an existing file", async () => {
  await symlink(folder.path("nowhere"), folder.path("link.txt"));
  await fault("EXISTS", writeAtomically(folder.path("link.txt"), false, write("new")));
  expect(await folder.names()).toEqual(["link.txt"]);
});

test("leaves nothing behind, and the old file as it was, when the writing fails", async () => {
  await folder.file("x.txt", "old");
  const reason = new Error("enough");
  const writing = writeAtomically(folder.path("x.txt"), true, async (file) => {
    await file.writeFile("half");
    throw reason;
  });
  await expect(writing).rejects.toBe(reason);
  expect(await folder.text("x.txt")).toBe("old");
  expect(await folder.names()).toEqual(["x.txt"]);
});

test("leaves nothing behind when the signal is aborted", async () => {
  const abort = new AbortController();
  const reason = new Error("enough");
  const writing = writeAtomically(
    folder.path("x.txt"),
    false,
    async (file) => {
      await file.writeFile("all of it");
      abort.abort(reason);
    },
    abort.signal,
  );
  await expect(writing).rejects.toBe(reason);
  expect(await folder.names()).toEqual([]);
});

test.each([
  ["ENOSPC", "DISK_FULL", "x.txt cannot be written: the disk is full. Nothing was kept."],
  ["EDQUOT", "DISK_FULL", "x.txt cannot be written: the disk is full. Nothing was kept."],
  ["EROFS", "NO_PERMISSION", "x.txt cannot be written: permission denied."],
  ["EIO", "WRITE_FAILED", "x.txt cannot be written (EIO). Nothing was kept."],
] as const)("says what %s means and leaves nothing behind", async (code, ours, message) => {
  const refusal = Object.assign(new Error(`${code}: no, write`), { code, syscall: "write" });
  const error = await fault(
    ours,
    writeAtomically(folder.path("x.txt"), false, () => Promise.reject(refusal)),
  );
  expect(error.message).toBe(folder.path(message));
  expect(await folder.names()).toEqual([]);
});

test("says that there is no such folder, and that a folder or device is no file to write", async () => {
  const missing = await fault("NO_FOLDER", writeAtomically(folder.path("none/x.txt"), false, write("")));
  expect(missing.message).toMatch(/x\.txt cannot be written: there is no folder .*none\.$/);
  await mkdir(folder.path("inner"));
  await fault("IS_DIRECTORY", writeAtomically(folder.path("inner"), true, write("")));
  await fault("NOT_A_FILE", writeAtomically("/dev/null", true, write("")));
  await writeFile(folder.path("file"), "");
  await fault("NO_FOLDER", writeAtomically(folder.path("file/x.txt"), false, write("")));
});
