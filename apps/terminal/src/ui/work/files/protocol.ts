/** The tables in a folder, and those opened lately. */
export interface FilesRequest {
  readonly type: "files";
  readonly id: number;
  readonly place: Place;
}

/** Where to look. */
export type Place =
  /** The folder that the program was started in. */
  | { readonly at: "start" }
  | { readonly at: "folder"; readonly path: string }
  /** The folder that holds a file, or where the program was started if there is none. */
  | { readonly at: "beside"; readonly path: string }
  /** A folder, or a file to be opened, as somebody types it who stands in `folder`. */
  | { readonly at: "typed"; readonly text: string; readonly folder: string | null }
  /** What is being typed is to be gone on with, as far as there is one way only. */
  | { readonly at: "typing"; readonly text: string; readonly folder: string | null };

/** What is there. */
export interface FilesReply {
  readonly type: "files";
  readonly id: number;
  readonly found: Found;
  /** Of those opened lately the ones that are there still, the last opened first. */
  readonly recent: readonly RecentFile[];
  /** Milliseconds since 1970: what times are told by. */
  readonly nowMs: number;
}

export type Found =
  /** `focus` is the path that was looked beside. */
  | { readonly kind: "folder"; readonly listing: Listing; readonly focus: string | null }
  /** What was typed is to be opened. */
  | { readonly kind: "file"; readonly path: string }
  /** `text` as far as it is clear, and how many names begin with it. */
  | { readonly kind: "completed"; readonly text: string; readonly names: number }
  /** Why nothing is listed, in a sentence. */
  | { readonly kind: "refused"; readonly path: string; readonly sentence: string };

/** A folder as it is: by name, hidden files left out. */
export interface Listing {
  /** The full path, links followed. */
  readonly path: string;
  /** The same as people write it: `~` for their own folder. */
  readonly shown: string;
  /** Null for the root. */
  readonly parent: string | null;
  readonly folders: readonly FolderEntry[];
  readonly tables: readonly TableEntry[];
  /** Folders and tables that are not listed because there are too many. */
  readonly more: number;
}

export interface FolderEntry {
  readonly name: string;
  readonly path: string;
}

/** A file that may hold a table. */
export interface TableEntry {
  readonly name: string;
  readonly path: string;
  readonly sizeBytes: number;
  readonly modifiedMs: number;
  /** Null where nothing tells: it was never opened, or has changed since, and is no Parquet file. */
  readonly shape: Shape | null;
}

export interface Shape {
  readonly rows: number;
  readonly columns: number;
}

/** A table that was opened before. */
export interface RecentFile {
  readonly name: string;
  readonly path: string;
  /** The folder it is in, as people write it. */
  readonly folder: string;
  readonly sizeBytes: number;
  readonly openedMs: number;
  /** Null where the file has changed since. */
  readonly shape: Shape | null;
}
