import type { Dialect, Edit, Missing, Scale } from "@kentro/segments";
import type { ColorChoice } from "./values.ts";

/** What every command that computes can be told. */
interface Common {
  readonly color: ColorChoice;
  readonly json: boolean;
  /** No progress on stderr. */
  readonly quiet: boolean;
}

/** Where rows come from. */
export interface Input {
  /** `mall` alone, `-` alone for standard input, or paths and patterns. */
  readonly sources: readonly string[];
  /** An SQL condition on one row. */
  readonly where: string | undefined;
}

/** How a table becomes coordinates. What is undefined is left to the defaults of @kentro/segments. */
export interface Preparation extends Input {
  readonly features: readonly string[] | "all" | undefined;
  readonly categorical: readonly string[] | undefined;
  readonly scale: Scale;
  readonly log: readonly string[] | undefined;
  readonly clip: readonly [number, number] | undefined;
  readonly missing: readonly Missing[] | undefined;
  readonly weights: Readonly<Record<string, number>> | undefined;
  readonly id: string | undefined;
  readonly kMax: number;
  readonly seed: number;
  readonly restarts: number | undefined;
}

/** Labels as output: in the JSON beyond its limit, and as a file that may replace an existing one. */
export interface Labelling {
  readonly labels: boolean;
  readonly out: string | undefined;
  readonly excel: boolean;
  readonly force: boolean;
}

/** How many segments, how sure, what they are worth, and what is written of them. */
export interface Segmenting {
  readonly k: number | "auto";
  readonly resamples: number | undefined;
  readonly value: string | undefined;
  /** Path of the segmentation whose letters and names are kept. */
  readonly previous: string | undefined;
  /** Path of the user's own plays. */
  readonly plays: string | undefined;
  /** What is changed by hand, in order. */
  readonly edits: readonly Edit[];
  readonly model: string | undefined;
  readonly report: string | undefined;
  readonly reportRows: boolean;
  readonly charts: string | undefined;
  readonly outDir: string | undefined;
  /** The share of each segment that is its control group; needs `outDir`. */
  readonly holdout: number | undefined;
}

export interface SegmentInvocation extends Common, Preparation, Labelling, Segmenting {
  readonly command: "segment";
}

/** Orders, made into customers and then segmented. `value` is a column of the orders. */
export interface RfmInvocation extends Common, Preparation, Labelling, Segmenting {
  readonly command: "rfm";
  readonly customer: string;
  readonly date: string;
  readonly amount: string;
  readonly order: string | undefined;
  /** As in "2026-03-31". */
  readonly asOf: string | undefined;
}

export interface ElbowInvocation extends Common, Preparation {
  readonly command: "elbow";
}

export interface PredictInvocation extends Common, Input, Labelling {
  readonly command: "predict";
  /** Path of a saved segmentation. */
  readonly model: string;
}

export interface DriftInvocation extends Common, Input {
  readonly command: "drift";
  /** Path of a saved segmentation. */
  readonly model: string;
}

export interface MigrateInvocation extends Common {
  readonly command: "migrate";
  /** Paths of two labelled tables. */
  readonly before: string;
  readonly after: string;
  readonly id: string;
  readonly value: string | undefined;
  readonly out: string | undefined;
  readonly force: boolean;
}

export interface SqlInvocation {
  readonly command: "sql";
  /** Path of a saved segmentation. */
  readonly model: string;
  readonly dialect: Dialect;
  readonly table: string;
  readonly color: ColorChoice;
}

/** No subcommand: the terminal UI on a file, or the same segments as plain text where there is no terminal. */
export interface OpenInvocation {
  readonly command: "open";
  /** `mall` or a path; null leaves the choice to the UI, and without a terminal is the sample. */
  readonly source: string | null;
  readonly color: ColorChoice;
}

/** Help or the version was asked for. */
interface SayInvocation {
  readonly command: "say";
  readonly text: string;
}

/** A command that computes and prints. */
export type PlainInvocation =
  | SegmentInvocation
  | RfmInvocation
  | ElbowInvocation
  | PredictInvocation
  | DriftInvocation
  | MigrateInvocation
  | SqlInvocation;

/** What one command line asks for. */
export type Invocation = PlainInvocation | OpenInvocation | SayInvocation;
