import type { Bins } from "@kentro/cells";
import type {
  Edit,
  FeatureChoice,
  HowMany,
  Missing,
  Scale,
  Segmentation,
  SegmentProgress,
  Table,
} from "@kentro/segments";
import type { CompareReply, CompareRequest } from "./compare/protocol.ts";
import type { CustomersReply, CustomersRequest, PlacedReply, TextsReply, TextsRequest } from "./customers/protocol.ts";
import type { LookReply, LookRequest, WriteReply, WriteRequest } from "./export/protocol.ts";
import type { FilesReply, FilesRequest } from "./files/protocol.ts";
import type { FilmReply, FilmRequest } from "./film/protocol.ts";
import type { ComponentsReply, ComponentsRequest, CostReply, CostRequest } from "./segments/protocol.ts";

/** What is asked of a run: what `kentro segment` can be told, and in its terms. */
export interface Settings {
  /** Numbers clustered by. `"default"` are the sample's preset, or what @kentro/segments takes by itself. */
  readonly features: readonly string[] | "default";
  readonly categorical: readonly string[];
  readonly scale: Scale;
  readonly log: readonly string[];
  readonly weights: Readonly<Record<string, number>>;
  readonly missing: readonly Missing[];
  readonly k: number | "auto";
  readonly seed: number;
  /** Done in this order to what is found. */
  readonly edits: readonly Edit[];
}

/**
 * What the UI asks of the worker. Each kind has a lane of its own: a later request takes the place of the one under way in
 * its lane, and of no other. `open` and `run` share a lane, and `open` empties all the others.
 */
export type Request =
  | { readonly type: "open"; readonly id: number; readonly source: string }
  | {
      readonly type: "run";
      readonly id: number;
      readonly settings: Settings;
      /** The runs whose names and notes are kept for segments that are the same still: the first that says something counts. */
      readonly carry: readonly number[];
      /** Earlier runs that may be asked about still; others are forgotten. */
      readonly wanted: readonly number[];
      /** Whether the elbow curve is asked for too, where k is given. */
      readonly curve: boolean;
    }
  | WriteRequest
  | LookRequest
  | CustomersRequest
  | TextsRequest
  | CompareRequest
  | ComponentsRequest
  | CostRequest
  | FilmRequest
  | FilesRequest
  | { readonly type: "cancel"; readonly lane: Lane };

/** A request that is work. */
export type Job = Exclude<Request, { type: "cancel" }>;

export type Lane = Exclude<Job["type"], "open">;

/** All that the worker is sent: requests, and to end when nothing is left of those under way. */
export type ToWorker = Request | { readonly type: "close" };

/** What the worker answers, each with the id of the request it belongs to. */
export type Reply =
  | { readonly type: "progress"; readonly id: number; readonly progress: WorkProgress }
  | {
      readonly type: "opened";
      readonly id: number;
      readonly table: Table;
      readonly facts: readonly ColumnFacts[];
      /** The columns that are taken by default, and why; null where none can be. */
      readonly choice: FeatureChoice | null;
    }
  | { readonly type: "segmented"; readonly id: number; readonly result: Result }
  /** A point of the curve that is being computed; a later one of the same k is better. */
  | { readonly type: "point"; readonly id: number; readonly point: CurvePoint }
  | { readonly type: "curve"; readonly id: number; readonly curve: ElbowCurve }
  | WriteReply
  | LookReply
  | CustomersReply
  | PlacedReply
  | TextsReply
  | CompareReply
  | ComponentsReply
  | CostReply
  | FilmReply
  | FilesReply
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

/** Different values are counted up to here. */
export const MOST_DISTINCT = 1000;

/** What an identifier's cells are shown as: its values are not in memory. */
export const NOT_HELD = "not held";

/** What is worth knowing of a column before any clustering. Numbers are in the file's units; `cells` is how wide its cells are. */
export type ColumnFacts =
  | ({ readonly type: "numeric" | "date"; readonly cells: number } & ScaleFacts)
  | {
      readonly type: "text";
      readonly distinct: number;
      readonly cells: number;
      /** The most frequent texts, the first to appear first among equals. */
      readonly top: readonly { readonly value: string; readonly count: number }[];
      readonly missingRows: readonly number[];
    }
  | { readonly type: "identifier"; readonly cells: number };

/** What is known of values on a scale: numbers, or dates as days. NaN where there is no value. */
export interface ScaleFacts {
  readonly low: number;
  readonly high: number;
  readonly mean: number;
  /** The quartiles; of more than 100,000 values those of `sampled` of them, else `sampled` is null. */
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
  readonly sampled: number | null;
  /** Different values; null where there are more than `MOST_DISTINCT`. */
  readonly distinct: number | null;
  /** How many values lie where, for a histogram. */
  readonly bins: Bins;
  /** The first rows (0-based) without a value. */
  readonly missingRows: readonly number[];
}

/** A finished run: the segmentation as plain data, and who is in each segment. */
export interface Result {
  /** The id of its request; the worker knows it by it. */
  readonly run: number;
  /** What it was made with; names and notes that were kept from another run are among the edits. */
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
  readonly points: readonly CurvePoint[];
  /** So many customers the silhouettes are measured on, null where on all. */
  readonly silhouetteSampled: number | null;
  /** The k where the curve bends, null where it has no clear elbow. */
  readonly k: number | null;
  readonly reason: string;
  /** What else speaks for a k, where the search that looked for it has found out. */
  readonly howMany: HowMany | null;
}

export interface CurvePoint {
  readonly k: number;
  readonly inertia: number;
  readonly silhouette: number | null;
  /** Customers of the smallest segment. */
  readonly smallest: number;
}
