import type { Symbols } from "@kentro/cells";
import type { Table } from "@kentro/segments";
import type { Size } from "../layout.ts";
import type { Look } from "../text/paint.ts";
import type { ColumnFacts, ElbowCurve, Result, Settings, WorkProgress } from "../work/protocol.ts";

export type ScreenName = "data" | "elbow" | "segments" | "customers";

/** The screens in the order of their tabs and keys. */
export const SCREENS: readonly ScreenName[] = ["data", "elbow", "segments", "customers"];

/** The table that was read. */
export interface Opened {
  readonly table: Table;
  readonly facts: readonly ColumnFacts[];
}

/** What the worker is doing. Replies with another id belong to work that was given up. */
export type Work =
  | { readonly kind: "idle" }
  | { readonly kind: "reading"; readonly id: number; readonly progress: WorkProgress | null }
  | {
      readonly kind: "computing";
      readonly id: number;
      /** The segments first; then, where it is not known yet, the elbow curve beside them. */
      readonly part: "segments" | "curve";
      readonly progress: WorkProgress | null;
    }
  | { readonly kind: "saving"; readonly id: number };

/** What lies over the screen and takes the keys. */
export type Dialog =
  | { readonly kind: "none" }
  | { readonly kind: "help"; readonly top: number }
  | { readonly kind: "save"; readonly input: Input }
  | { readonly kind: "overwrite"; readonly path: string };

/** A line of text being typed; `caret` counts characters. */
export interface Input {
  readonly characters: readonly string[];
  readonly caret: number;
}

export interface Message {
  readonly tone: "info" | "error";
  readonly text: string;
}

/** A file that was written: its full path, and the settings of what is in it. */
export interface Saved {
  readonly path: string;
  readonly settings: Settings;
}

/** Everything that the screen is drawn from. */
export interface State {
  /** `mall` or a path. */
  readonly source: string;
  readonly size: Size;
  readonly look: Look;
  readonly symbols: Symbols;
  readonly screen: ScreenName;
  readonly dialog: Dialog;
  readonly message: Message | null;
  /** Why there is no result, where the reading or the first run failed. */
  readonly failure: string | null;
  readonly opened: Opened | null;
  /** What the next run is made with; the result on the screen carries its own. */
  readonly settings: Settings;
  readonly result: Result | null;
  readonly curve: ElbowCurve | null;
  readonly work: Work;
  readonly lastId: number;
  /** Index of the selected segment. */
  readonly segment: number;
  /** Index of the column under the cursor on the Data screen. */
  readonly column: number;
  /** Index of the point under the cursor on the elbow curve. */
  readonly point: number;
  /** Index of the customer under the cursor, within the selected segment. */
  readonly customer: number;
  /** Columns of the customers table that are scrolled out to the left. */
  readonly scrolled: number;
  /** Columns of the table along the sides of the scatter, null for the first two features. */
  readonly axes: { readonly x: number; readonly y: number } | null;
  /** Files written, in the order they were written last. */
  readonly saved: readonly Saved[];
}

/** The text that an input holds. */
export function textOf({ characters }: Input): string {
  return characters.join("");
}
