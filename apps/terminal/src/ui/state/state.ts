import type { Symbols } from "@kentro/cells";
import type { FeatureChoice, Table } from "@kentro/segments";
import type { Size } from "../layout.ts";
import type { CompareState } from "../screens/compare/state.ts";
import type { CustomersState } from "../screens/customers/state.ts";
import type { DataState } from "../screens/data/state.ts";
import type { ElbowState } from "../screens/elbow/state.ts";
import type { ExportState } from "../screens/export/state.ts";
import type { OpeningState } from "../screens/opening/state.ts";
import type { SegmentsState } from "../screens/segments/state.ts";
import type { WatchState } from "../screens/watch/state.ts";
import type { Look } from "../text/look.ts";
import type { Saved } from "../work/export/protocol.ts";
import type { ColumnFacts, CurvePoint, ElbowCurve, Result, Settings, WorkProgress } from "../work/protocol.ts";
import type { Dialog } from "./dialog.ts";

/** The screens with a tab, in the order of their keys. */
export const TABS = ["data", "elbow", "segments", "customers", "compare", "export"] as const;

/** Every screen: the tabs, the film of a run, and the choice of a file. */
export type ScreenName = (typeof TABS)[number] | "watch" | "opening";

/** The table that was read. */
export interface Opened {
  readonly table: Table;
  readonly facts: readonly ColumnFacts[];
  /** The columns that are taken by default, and why; null where none can be. */
  readonly choice: FeatureChoice | null;
}

/**
 * The work that has the progress line: reading, then segments, then the curve. Replies with another id belong to work that
 * was given up. What is asked beside it (customers, a comparison, ...) has its own id, in the state of its screen.
 */
export type Work =
  | { readonly kind: "idle" }
  | { readonly kind: "reading"; readonly id: number; readonly progress: WorkProgress | null }
  | {
      readonly kind: "computing";
      readonly id: number;
      /** The segments first; then, where it is not known yet, the elbow curve beside them. */
      readonly part: "segments" | "curve";
      readonly progress: WorkProgress | null;
      /** What it is made with: what is asked for may have been changed since. */
      readonly settings: Settings;
    };

export interface Message {
  readonly tone: "info" | "error";
  readonly text: string;
}

/** What `u` goes back to. */
export interface Moment {
  /** What was changed after it, in words: "scaling robust". */
  readonly change: string;
  readonly settings: Settings;
  readonly result: Result | null;
  readonly curve: ElbowCurve | null;
}

/** What is being written. */
interface Writing {
  readonly id: number;
  /** What is done just now, in words: "Writing report.html (2 of 2)". */
  readonly what: string;
  /** What is complete already. */
  readonly done: readonly Saved[];
}

/** Everything that the screen is drawn from. */
export interface State {
  /** `mall` or a path; null where none is chosen yet. */
  readonly source: string | null;
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
  /** The points of the curve that is being computed, as they come. */
  readonly points: readonly CurvePoint[];
  readonly work: Work;
  readonly writing: Writing | null;
  readonly lastId: number;
  /** Where `u` goes, the last at the end. */
  readonly past: readonly Moment[];
  /** The results of this table that can be compared, in the order they were found or gone back to. */
  readonly runs: readonly Result[];
  /** Index of the selected segment. */
  readonly segment: number;
  /** Files written, in the order they were written last. */
  readonly saved: readonly Saved[];
  readonly opening: OpeningState;
  readonly data: DataState;
  readonly elbow: ElbowState;
  readonly segments: SegmentsState;
  readonly customers: CustomersState;
  readonly compare: CompareState;
  readonly export: ExportState;
  readonly watch: WatchState;
}
