import type { Breadth } from "../measure/entry.ts";
import type { Measurement } from "../measure/measured.ts";
import type { Machine } from "./machine.ts";

/** The version of what `--json` writes. */
export const RESULT_VERSION = 1;

/** Everything that was measured: what `--json` writes, every sample included. */
export interface BenchResult {
  readonly format: "kentro-bench";
  readonly version: typeof RESULT_VERSION;
  /** When it began, ISO 8601. */
  readonly date: string;
  readonly breadth: Breadth;
  readonly machine: Machine;
  readonly versions: Readonly<Record<string, string>>;
  readonly measurements: readonly Measurement[];
}
