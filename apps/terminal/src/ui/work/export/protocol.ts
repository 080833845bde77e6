import type { Settings } from "../protocol.ts";

/** What can be written of a run, by the option of `kentro segment` that writes it. */
export type OutputOption = "--out" | "--model" | "--report" | "--charts";

/** Something to be written, and where: as typed, from where the user stands. */
export interface Wanted {
  readonly option: OutputOption;
  readonly path: string;
}

/** Something that was written, and how. */
export interface Saved {
  readonly option: OutputOption;
  /** The full path. */
  readonly path: string;
  /** The path as a command line has it: from where the user stands, or the full one. */
  readonly shown: string;
  /** All bytes of it. */
  readonly bytes: number;
  /** How many files it is. */
  readonly files: number;
  /** `mall`, or the path of the table it was made from. */
  readonly source: string;
  /** The settings of what is in it. */
  readonly settings: Settings;
}

/** Files to be written of a run: all of them, or none where something is in the way. */
export interface WriteRequest {
  readonly type: "write";
  readonly id: number;
  readonly run: number;
  /** The table's source, for the command line in the report. */
  readonly source: string;
  readonly outputs: readonly Wanted[];
  /** Full paths of what may be replaced. */
  readonly replace: readonly string[];
}

/** Where the writing is. */
export type WriteReply =
  /** Something is being made, to be written or on its way to the disk. */
  | { readonly type: "writing"; readonly id: number; readonly what: string }
  | { readonly type: "written"; readonly id: number; readonly saved: Saved }
  /** Nothing was written: these are there already. */
  | { readonly type: "exists"; readonly id: number; readonly places: readonly Pick<Saved, "path" | "shown">[] }
  | { readonly type: "allWritten"; readonly id: number };

/** A look at where things would be written. Those that are `wanted` may not be in each other's way. */
export interface LookRequest {
  readonly type: "look";
  readonly id: number;
  readonly source: string;
  readonly outputs: readonly (Wanted & { readonly wanted: boolean })[];
}

/** What is at a place where something would be written. */
export interface Place extends Wanted {
  /** The full path. */
  readonly full: string;
  readonly shown: string;
  /** What is there, null where there is nothing. */
  readonly there: { readonly bytes: number; readonly files: number } | null;
  /** Why nothing can be written there, in a sentence. */
  readonly fault: string | null;
}

export interface LookReply {
  readonly type: "looked";
  readonly id: number;
  readonly places: readonly Place[];
}
