import { stat } from "node:fs/promises";
import { afterEach, expect, test, vi } from "vitest";
import { writePrivateFile } from "./private-file.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

const isThere = async (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

test("removes the file when it is asked to, and stops listening for the end of the process", async () => {
  const listening = process.listenerCount("exit");
  const [one, two] = [await writePrivateFile((file) => file.writeFile("x")), await writePrivateFile(async () => {})];
  expect(process.listenerCount("exit")).toBe(listening + 1);
  await one.remove();
  await one.remove();
  expect([await isThere(one.path), await isThere(two.path)]).toEqual([false, true]);
  await two.remove();
  expect(process.listenerCount("exit")).toBe(listening);
});

test("removes the file when writing it fails", async () => {
  const listening = process.listenerCount("exit");
  const reason = new Error("no more");
  await expect(writePrivateFile(() => Promise.reject(reason))).rejects.toBe(reason);
  expect(process.listenerCount("exit")).toBe(listening);
});

test("says that the disk is full", async () => {
  const full = Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC", syscall: "write" });
  const error = writePrivateFile(() => Promise.reject(full));
  await expect(error).rejects.toMatchObject({ code: "DISK_FULL" });
  await expect(error).rejects.toThrow(/^The disk is full: there is no room for a temporary file in \S+\.$/);
});

test("removes the file on a signal and lets the signal do its work, but leaves both to a program that listens itself", async () => {
  const before = process.listeners("SIGHUP");
  const file = await writePrivateFile(async () => {});
  const [onSignal] = process.listeners("SIGHUP").filter((listener) => !before.includes(listener));
  const kill = vi.spyOn(process, "kill").mockReturnValue(true);
  const own = (): void => {};
  process.on("SIGHUP", own);
  onSignal("SIGHUP");
  expect([await isThere(file.path), kill.mock.calls]).toEqual([true, []]);
  process.off("SIGHUP", own);
  onSignal("SIGHUP");
  expect([await isThere(file.path), kill.mock.calls]).toEqual([false, [[process.pid, "SIGHUP"]]]);
});
