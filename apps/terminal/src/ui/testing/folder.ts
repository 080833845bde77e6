import type { FilesReply } from "../work/files/protocol.ts";

const NOW_MS = Date.UTC(2026, 2, 1, 12);
const DAY_MS = 24 * 3600 * 1000;

/** A folder with tables of these names, and the first of them opened two days ago. */
export function folderOf(id: number, names: readonly string[]): FilesReply {
  const path = "/home/ana/customers";
  const tables = names.map((name, index) => ({
    ...{ name, path: `${path}/${name}`, sizeBytes: 1200 * 9 ** index, modifiedMs: NOW_MS - index * DAY_MS },
    shape: index === 0 ? { rows: 4354, columns: 16 } : null,
  }));
  const recent = tables.slice(0, 1).map(({ name, path: full, sizeBytes, shape }) => ({
    ...{ name, path: full, folder: "~/customers", sizeBytes, shape, openedMs: NOW_MS - 2 * DAY_MS },
  }));
  const listing = {
    ...{ path, shown: "~/customers", parent: "/home/ana", tables, more: 0 },
    folders: [{ name: "archive", path: `${path}/archive` }],
  };
  return { type: "files", id, found: { kind: "folder", listing, focus: null }, recent, nowMs: NOW_MS };
}
