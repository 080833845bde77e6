import type { Column } from "@kentro/segments";
import type { Opened, State } from "../../../state/state.ts";
import type { ColumnFacts, Result, Settings } from "../../../work/protocol.ts";

/** What a run does with a column. */
export interface Treatment {
  readonly use: "number" | "category" | "left";
  readonly log: boolean;
  readonly weight: number;
}

/** What a run does with the column of a name. */
export type Treatments = (name: string) => Treatment;

/** A column of the table, and what is known of it. */
export interface Described {
  readonly column: Column;
  readonly facts: ColumnFacts;
}

/** The column under the cursor. */
export function columnUnderCursor({ opened, data }: State): Described | null {
  return opened === null ? null : (describedColumn(opened, data.column) ?? null);
}

/** A column by its index. */
export function describedColumn({ table, facts }: Opened, index: number): Described | undefined {
  const column = table.columns[index];
  const known = facts[index];
  return column === undefined || known === undefined ? undefined : { column, facts: known };
}

/** The numbers that the next run takes. */
export function numbersAsked(state: State): readonly string[] {
  const { settings } = state;
  return settings.features === "default" ? defaultNumbers(state) : settings.features;
}

/** The numbers that the default takes: none where it finds none. */
export function defaultNumbers({ opened }: State): readonly string[] {
  return opened?.choice?.columns.filter(({ taken }) => taken).map(({ column }) => column) ?? [];
}

function numbersOf({ segmentation, settings }: Result): readonly string[] {
  return segmentation.features.filter((name) => !settings.categorical.includes(name));
}

/** What the next run does with a column. */
export function treatmentAsked(state: State, name: string): Treatment {
  return treatmentsAsked(state)(name);
}

/** What the next run does with any column. */
export function treatmentsAsked(state: State): Treatments {
  return treatments({ numbers: numbersAsked(state), settings: state.settings });
}

/** What the next run is compared with: the result that is shown, or before there is one the run that is under way. */
export interface Basis {
  readonly numbers: readonly string[];
  readonly settings: Settings;
}

/** The basis; null where nothing is shown and nothing under way. */
export function basisOf(state: State): Basis | null {
  const { result, work } = state;
  if (result !== null) return { numbers: numbersOf(result), settings: result.settings };
  if (work.kind !== "computing") return null;
  const { features } = work.settings;
  return { numbers: features === "default" ? defaultNumbers(state) : features, settings: work.settings };
}

/** What is done with any column by numbers and settings. */
export function treatments({ numbers, settings }: Basis): Treatments {
  const isNumber = new Set(numbers);
  const isCategory = new Set(settings.categorical);
  const isLogged = new Set(settings.log);
  const { weights } = settings;
  return (name) => {
    const use = isCategory.has(name) ? "category" : isNumber.has(name) ? "number" : "left";
    const weight = use !== "left" && Object.hasOwn(weights, name) ? weights[name]! : 1;
    return { use, log: use === "number" && isLogged.has(name), weight };
  };
}
