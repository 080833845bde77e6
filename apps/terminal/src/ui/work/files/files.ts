import { stat } from "node:fs/promises";
import { homedir } from "node:os";
import { basename, dirname, resolve } from "node:path";
import { failureOf } from "../../../command/failure.ts";
import type { Work } from "../desk.ts";
import { fullPath } from "../full-path.ts";
import { completed } from "./completion.ts";
import { listFolder, measured } from "./folder.ts";
import type { FilesRequest, Found, Place, RecentFile } from "./protocol.ts";
import { type Recent, readRecent, recentPath } from "./recent.ts";
import { shownPath } from "./shown-path.ts";

/** Lists the tables of a folder, and those opened lately, which are kept in the file `recentFiles`. */
export async function files(
  { id, place }: FilesRequest,
  { signal, answer }: Work,
  recentFiles: string | null = recentPath(),
): Promise<void> {
  const home = homedir();
  const known = await readRecent(recentFiles);
  const recent = await Promise.all(known.map((each) => recentFile(each, home)));
  const found = await look(place, known, home, signal);
  signal.throwIfAborted();
  answer({ type: "files", id, found, recent: recent.filter((each) => each !== null), nowMs: Date.now() });
}

async function look(place: Place, recent: readonly Recent[], home: string, signal: AbortSignal): Promise<Found> {
  const listed = async (path: string, focus: string | null = null): Promise<Found> => {
    try {
      return { kind: "folder", listing: await listFolder(path, recent, home, signal), focus };
    } catch (error) {
      signal.throwIfAborted();
      return { kind: "refused", path, sentence: failureOf(error).message };
    }
  };
  switch (place.at) {
    case "start":
      return await listed(".");
    case "folder":
      return await listed(place.path);
    case "beside": {
      const path = resolve(place.path);
      const beside = await listed(dirname(path), path);
      return beside.kind === "refused" ? await listed(".") : beside;
    }
    case "typed": {
      const path = fullPath(place.text, place.folder ?? ".", home);
      return (await isFile(path)) ? { kind: "file", path } : await listed(path);
    }
    case "typing":
      return {
        kind: "completed",
        ...(await completed(place.text, (text) => fullPath(text, place.folder ?? ".", home))),
      };
    default:
      return place satisfies never;
  }
}

/** A file, or a pattern for several. */
async function isFile(path: string): Promise<boolean> {
  const status = await stat(path).catch(() => null);
  return status === null ? /[*?[]/.test(path) : !status.isDirectory();
}

/** Null where it is no more. */
async function recentFile(recent: Recent, home: string): Promise<RecentFile | null> {
  const { path, openedMs } = recent;
  const status = await stat(path).catch(() => null);
  if (!status?.isFile()) return null;
  const { sizeBytes, shape } = measured(status, recent);
  const folder = shownPath(dirname(path), home);
  return { ...{ name: basename(path), path, folder, sizeBytes }, ...{ openedMs, shape } };
}
