import type { Scale } from "@kentro/segments";
import type { ColorChoice } from "./values.ts";

/** What every command that computes can be told. */
interface Common {
  readonly color: ColorChoice;
  readonly json: boolean;
  /** No progress on stderr. */
  readonly quiet: boolean;
}

/** How a table becomes features. What is undefined is left to the defaults of @kentro/segments. */
interface Preparation {
  /** `mall` or a path. */
  readonly source: string;
  readonly features: readonly string[] | "all" | undefined;
  readonly scale: Scale;
  readonly id: string | undefined;
  readonly kMax: number;
  readonly seed: number;
  readonly restarts: number | undefined;
}

/** Labels as output: in the JSON beyond its limit, and as a file that may replace an existing one. */
interface Labelling {
  readonly labels: boolean;
  readonly out: string | undefined;
  readonly force: boolean;
}

export interface SegmentInvocation extends Common, Preparation, Labelling {
  readonly command: "segment";
  readonly k: number | "auto";
  readonly model: string | undefined;
  readonly report: string | undefined;
}

export interface ElbowInvocation extends Common, Preparation {
  readonly command: "elbow";
}

export interface PredictInvocation extends Common, Labelling {
  readonly command: "predict";
  /** Path of a saved segmentation. */
  readonly model: string;
  /** `mall` or a path. */
  readonly source: string;
}

/** No subcommand: the terminal UI on a file, or the same segments as plain text where there is no terminal. */
export interface OpenInvocation {
  readonly command: "open";
  /** `mall` or a path. */
  readonly source: string;
  readonly color: ColorChoice;
}

/** Help or the version was asked for. */
interface SayInvocation {
  readonly command: "say";
  readonly text: string;
}

/** What one command line asks for. */
export type Invocation = SegmentInvocation | ElbowInvocation | PredictInvocation | OpenInvocation | SayInvocation;

/** The plain command that does what `open` shows. */
export function asSegment({ source, color }: OpenInvocation): SegmentInvocation {
  return {
    ...{
      command: "segment",
      source,
      color,
      features: undefined,
      scale: "standard",
      id: undefined,
      k: "auto",
      kMax: 10,
    },
    ...{ seed: 0, restarts: undefined, out: undefined, model: undefined, report: undefined },
    ...{ force: false, json: false, labels: false, quiet: false },
  };
}
