import { isDeepStrictEqual } from "node:util";
import { weightText } from "../../../../text/number.ts";
import { quotedName } from "../../../../text/visible.ts";
import type { State } from "../../../state/state.ts";
import type { Settings } from "../../../work/protocol.ts";
import { sameSettings } from "../../../work/settings.ts";
import { basisOf, type Treatment, treatments, treatmentsAsked } from "./taken.ts";
import { missingRule } from "./words.ts";

/** The columns with which the next run does something else than was done for what is shown. */
export function pendingColumns(state: State): ReadonlySet<string> {
  const basis = basisOf(state);
  if (basis === null || basis.settings === state.settings) return new Set();
  const [shown, asked] = [treatments(basis), treatmentsAsked(state)];
  const names = state.opened?.table.columns.map(({ name }) => name) ?? [];
  return new Set(names.filter((name) => columnChanges(name, shown(name), asked(name)).length > 0));
}

/** What the next run does otherwise than the result that is shown, part by part: "without Age", "robust scaling". */
export function pendingChanges(state: State): readonly string[] {
  const { opened, settings } = state;
  const basis = basisOf(state);
  if (basis === null || opened === null || sameSettings(basis.settings, settings)) return [];
  const [shown, asked] = [treatments(basis), treatmentsAsked(state)];
  const columns = opened.table.columns.flatMap(({ name }) => columnChanges(name, shown(name), asked(name)));
  const changes = [...columns, ...settingChanges(basis.settings, settings)];
  return changes.length > 0 ? changes : ["the segments as they were found, without the edits"];
}

/** What `r` does, in a sentence; null where nothing waits for it. */
export function pendingSentence(state: State): string | null {
  const changes = pendingChanges(state);
  if (changes.length === 0) return null;
  const { work, settings } = state;
  const isRunning = work.kind === "computing" && sameSettings(work.settings, settings);
  return `${isRunning ? "Running" : "r runs"}: ${changes.join(", ")}`;
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

function settingChanges(shown: Settings, asked: Settings): string[] {
  const changes: string[] = [];
  if (asked.scale !== shown.scale) changes.push(asked.scale === "none" ? "no scaling" : `${asked.scale} scaling`);
  if (!isDeepStrictEqual(asked.missing, shown.missing)) changes.push(`missing values: ${missingRule(asked).name}`);
  if (asked.k !== shown.k) changes.push(asked.k === "auto" ? "automatic k" : `k ${asked.k}`);
  if (asked.seed !== shown.seed) changes.push(`seed ${asked.seed}`);
  return changes;
}
