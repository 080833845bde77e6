import type { State } from "../../../state/state.ts";
import { tabSeparated } from "../../../text/tab-separated.ts";
import { type Described, describedColumn, type Treatments, treatmentsAsked } from "../asked/taken.ts";
import { doneTo } from "../asked/words.ts";
import { distinctText, medianText, missingText, typeText, valueText } from "./cells.ts";

const TITLES = ["column", "taken as", "done to it", "type", "missing", "distinct", "least", "median", "most"];

/** The table of columns as text, with a tab between cells. */
export function columnsText(state: State): string {
  const { opened } = state;
  const treatmentOf = treatmentsAsked(state);
  if (opened === null) return "";
  const rows = opened.table.columns.flatMap((_, index) => {
    const described = describedColumn(opened, index);
    return described === undefined ? [] : [cellsOf(described, treatmentOf, opened.table.rows)];
  });
  return tabSeparated([TITLES, ...rows]);
}

function cellsOf(described: Described, treatmentOf: Treatments, rows: number): string[] {
  const { column, facts } = described;
  const treatment = treatmentOf(column.name);
  const values =
    "median" in facts
      ? [valueText(facts.type, facts.low), medianText(facts), valueText(facts.type, facts.high)]
      : ["", "", ""];
  const kept = [typeText(facts.type), missingText(described, rows), distinctText(facts, "over ")];
  return [column.name, treatment.use === "left" ? "" : treatment.use, doneTo(treatment), ...kept, ...values];
}
