import { stat } from "node:fs/promises";

/** What tells a file from what it becomes when somebody writes it again: of each file its size and time, null where it is not there. */
export type Stamps = ReadonlyMap<string, string | null>;

/** The stamps of files as they are now. Patterns for several have none. */
export async function stampsOf(files: readonly string[]): Promise<Stamps> {
  const stamped = files.map(async (file) => {
    const status = await stat(file).catch(() => null);
    return [file, status === null ? null : `${status.size} ${status.mtimeMs}`] as const;
  });
  return new Map(await Promise.all(stamped));
}

/** The first file that is another by now; null where there is none. One that is gone is not another. */
export async function changedSince(stamps: Stamps): Promise<string | null> {
  const now = await stampsOf([...stamps.keys()]);
  const changed = [...stamps].find(([file, stamp]) => (now.get(file) ?? stamp) !== stamp);
  return changed?.[0] ?? null;
}
