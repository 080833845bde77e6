import type { Scale, Segmentation, SegmentProgress, Table } from "@kentro/segments";

/** What is asked of a run. `"default"` features are the sample's preset, or what @kentro/segments takes by itself. */
export interface Settings {
  readonly features: readonly string[] | "default";
  readonly scale: Scale;
  readonly k: number | "auto";
}

/** What the UI asks of the worker. A later `run` or `open` cancels the one under way. */
export type Request =
  | { readonly type: "open"; readonly id: number; readonly source: string }
  | { readonly type: "run"; readonly id: number; readonly settings: Settings; readonly curve: boolean }
  | { readonly type: "save"; readonly id: number; readonly path: string; readonly overwrite: boolean }
  | { readonly type: "cancel" };

/** All that the worker is sent: requests, and to end when nothing is left of the one under way. */
export type ToWorker = Request | { readonly type: "close" };

/** What the worker answers, each with the id of the request it belongs to. */
export type Reply =
  | { readonly type: "progress"; readonly id: number; readonly progress: WorkProgress }
  | { readonly type: "opened"; readonly id: number; readonly table: Table; readonly facts: readonly ColumnFacts[] }
  | { readonly type: "segmented"; readonly id: number; readonly result: Result }
  | { readonly type: "curve"; readonly id: number; readonly curve: ElbowCurve }
  | { readonly type: "saved"; readonly id: number; readonly path: string; readonly rows: number }
  | { readonly type: "exists"; readonly id: number; readonly path: string }
  | { readonly type: "failed"; readonly id: number; readonly message: string };

/** A record of where the work is, sent at most ten times a second. */
export type WorkProgress =
  | { readonly kind: "reading"; readonly rows: number; readonly elapsedMs: number }
  | {
      readonly kind: "computing";
      readonly stage: SegmentProgress["stage"];
      readonly k: number | null;
      readonly restart: number | null;
      readonly restarts: number | null;
      readonly iteration: number | null;
      /** By what part the last iteration lowered the inertia, 0 to 1. */
      readonly fall: number | null;
      /** Done of the whole, 0 to 1, where the whole is known. */
      readonly fraction: number | null;
      readonly elapsedMs: number;
    };

/** What is worth knowing of a column before any clustering. Numbers are in the file's units. */
export type ColumnFacts =
  | {
      readonly type: "numeric";
      readonly low: number;
      readonly high: number;
      readonly mean: number;
      readonly cells: number;
    }
  | { readonly type: "text"; readonly distinct: number; readonly cells: number }
  | { readonly type: "date"; readonly cells: number }
  | { readonly type: "identifier"; readonly cells: number };

/** A finished run: the settings it was made with, the segmentation as plain data, and who is in each segment. */
export interface Result {
  readonly settings: Settings;
  readonly segmentation: Omit<Segmentation, "elbow" | "model">;
  readonly members: Members;
}

/** Rows (0-based) by segment: those of segment `s` are `rows[starts[s]]` up to `rows[starts[s + 1]]`, ascending. */
export interface Members {
  readonly rows: Int32Array;
  readonly starts: Int32Array;
}

/** The elbow curve of some features and a scale. */
export interface ElbowCurve {
  readonly settings: Settings;
  readonly points: readonly ElbowCurvePoint[];
  /** The k where the curve bends, null where it has no clear elbow. */
  readonly k: number | null;
  readonly reason: string;
}

interface ElbowCurvePoint {
  readonly k: number;
  readonly inertia: number;
  readonly silhouette: number | null;
  /** Customers of the smallest segment. */
  readonly smallest: number;
}
