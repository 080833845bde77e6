import type { EngineName } from "../engine/steps/steps.ts";

/** How the steps over all rows were computed: counts, which are the same on every machine. */
export interface EngineReport {
  /** What took most steps. */
  readonly name: EngineName;
  /** Steps that each took, over all starts. */
  readonly steps: Readonly<Record<EngineName, number>>;
  /** Why, in a sentence for people. */
  readonly reason: string;
}
