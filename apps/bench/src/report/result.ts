import type { Measured } from "../measure/rounds.ts";
import type { Machine } from "./machine.ts";

/** Everything that was measured in one case. */
export interface CaseResult {
  readonly id: string;
  readonly rows: number;
  readonly columns: number;
  readonly k: number;
  /** Kentro first, in float32 and float64. */
  readonly measured: readonly Measured[];
  /** Names and precisions of those that a quick comparison has no time for. */
  readonly leftOut: readonly string[];
}

/** Everything that was measured: what `--json` writes, every sample included. */
export interface BenchResult {
  readonly quick: boolean;
  readonly machine: Machine;
  readonly versions: Readonly<Record<string, string>>;
  readonly cases: readonly CaseResult[];
}
