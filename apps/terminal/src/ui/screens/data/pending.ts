import { isDeepStrictEqual } from "node:util";
import { quotedName } from "../../../text/visible.ts";
import { isBehind } from "../../state/run.ts";
import type { State } from "../../state/state.ts";
import type { Result, Settings } from "../../work/protocol.ts";
import { type Treatment, treatmentAsked, treatmentShown } from "./taken.ts";
import { missingRule, weightText } from "./words.ts";

/** Whether the next run does something else with a column than was done for the result that is shown. */
export function isPending(state: State, name: string): boolean {
  const { result } = state;
  return result !== null && !isDeepStrictEqual(treatmentShown(result, name), treatmentAsked(state, name));
}

/** What the next run does otherwise than the result that is shown, part by part: "without Age", "robust scaling". */
export function pendingChanges(state: State): readonly string[] {
  const { result, opened, settings } = state;
  if (result === null || opened === null || !isBehind(state)) return [];
  const columns = opened.table.columns.flatMap(({ name }) => {
    return columnChanges(name, treatmentShown(result, name), treatmentAsked(state, name));
  });
  const changes = [...columns, ...settingChanges(result, settings)];
  return changes.length > 0 ? changes : ["the segments as they were found, without the edits"];
}

/** What `r` does, in a sentence; null where nothing waits for it. */
export function pendingSentence(state: State): string | null {
  const changes = pendingChanges(state);
  if (changes.length === 0) return null;
  return `${state.work.kind === "computing" ? "Running" : "r runs"}: ${changes.join(", ")}`;
}

function columnChanges(column: string, shown: Treatment, asked: Treatment): string[] {
  const name = quotedName(column).slice(1, -1);
  if (asked.use === "left") return shown.use === "left" ? [] : [`without ${name}`];
  const changes: string[] = [];
  if (asked.use !== shown.use) changes.push(asked.use === "category" ? `${name} as a category` : `with ${name}`);
  if (asked.log !== shown.log) changes.push(asked.log ? `logarithm of ${name}` : `${name} without logarithm`);
  if (asked.weight !== shown.weight) changes.push(`${name} ${weightText(asked.weight)}`);
  return changes;
}

function settingChanges({ settings: shown, segmentation }: Result, asked: Settings): string[] {
  const changes: string[] = [];
  if (asked.scale !== shown.scale) changes.push(asked.scale === "none" ? "no scaling" : `${asked.scale} scaling`);
  if (!isDeepStrictEqual(asked.missing, shown.missing)) changes.push(`missing values: ${missingRule(asked).name}`);
  if (asked.k !== shown.k) changes.push(asked.k === "auto" ? "automatic k" : `k ${asked.k}`);
  if (asked.seed !== segmentation.seed && asked.seed !== shown.seed) changes.push(`seed ${asked.seed}`);
  return changes;
}
