import type { Listing, RecentFile, Shape } from "../../work/files/protocol.ts";

/** Something that can be opened, or a folder that can be entered: a line of the screen. */
export interface Item {
  readonly section: "sample" | "recent" | "folder";
  readonly kind: "sample" | "table" | "folder" | "parent";
  /** No two items have the same. */
  readonly key: string;
  readonly name: string;
  /** What is opened or entered. */
  readonly path: string;
  /** The folder of a table opened lately. */
  readonly folder: string | null;
  readonly sizeBytes: number | null;
  readonly shape: Shape | null;
  /** When it was opened, or changed last. */
  readonly whenMs: number | null;
}

export const SAMPLE_KEY = "sample";

const SAMPLE: Item = {
  ...{ section: "sample", kind: "sample", key: SAMPLE_KEY, name: "200 mall customers", path: "mall", folder: null },
  ...{ sizeBytes: null, shape: { rows: 200, columns: 5 }, whenMs: null },
};

/** The key of a file or folder in the listing. */
export function listedKey(path: string): string {
  return `listed ${path}`;
}

/** All that can be chosen: the sample, what was opened lately, and the folder that is looked at. */
export function itemsOf({
  listing,
  recent,
  sort,
  filter,
}: {
  readonly listing: Listing | null;
  readonly recent: readonly RecentFile[];
  readonly sort: "newest" | "name";
  readonly filter: string;
}): readonly Item[] {
  const wanted = filter.toLowerCase();
  const holds = (text: string): boolean => text.toLowerCase().includes(wanted);
  const lately = recent.map((file): Item => {
    const { path, openedMs } = file;
    return { ...file, section: "recent", kind: "table", key: `recent ${path}`, whenMs: openedMs };
  });
  const items = [SAMPLE, ...lately, ...listedItems(listing, sort)];
  if (wanted === "") return items;
  return items.filter(({ kind, name, folder }) => kind !== "parent" && (holds(name) || holds(folder ?? "")));
}

function listedItems(listing: Listing | null, sort: "newest" | "name"): Item[] {
  if (listing === null) return [];
  const { parent, folders, tables } = listing;
  const ordered = sort === "name" ? tables : [...tables].sort((a, b) => b.modifiedMs - a.modifiedMs);
  return [
    ...ordered.map(({ name, path, sizeBytes, shape, modifiedMs }): Item => {
      const about = { sizeBytes, shape, whenMs: modifiedMs, folder: null };
      return { ...about, section: "folder", kind: "table", key: listedKey(path), name, path };
    }),
    ...folders.map(({ name, path }) => folderItem(name, path, "folder")),
    ...(parent === null ? [] : [folderItem("..", parent, "parent")]),
  ];
}

function folderItem(name: string, path: string, kind: "folder" | "parent"): Item {
  const unknown = { folder: null, sizeBytes: null, shape: null, whenMs: null };
  return { ...unknown, section: "folder", kind, key: listedKey(path), name, path };
}
