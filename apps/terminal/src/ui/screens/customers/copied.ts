import { count } from "../../../text/number.ts";
import { copying } from "../../state/copy.ts";
import type { State } from "../../state/state.ts";
import { type Step, saying, still } from "../../state/step.ts";
import { tabSeparated } from "../../text/tab-separated.ts";
import { writtenIn } from "../../work/customers/written.ts";
import { placesOf, textsOf } from "./shown/known.ts";
import { selectedRow } from "./shown/shown.ts";

/** The customer under the cursor to the clipboard: a line of names and one of cells, between tabs. */
export function copied(state: State): Step {
  const { opened, result } = state;
  const row = selectedRow(state);
  if (opened === null || result === null || row === null) return still(saying(state, "There is nobody to copy."));
  const { segments, labels } = result.segmentation;
  const segment = segments[labels[row]!];
  const distance = placesOf(state)?.distance[row] ?? Number.NaN;
  const cells: readonly (readonly [string, string])[] = [
    ["row", String(row + 1)],
    ["segment", segment?.letter ?? ""],
    ["segment_name", segment?.name ?? ""],
    ["distance", Number.isNaN(distance) ? "" : String(distance)],
    ...opened.table.columns.map((column, index) => {
      return [column.name, writtenIn(column, textsOf(state).get(index))(row) ?? ""] as const;
    }),
  ];
  const rows = [cells.map(([name]) => name), cells.map(([, text]) => text)];
  return copying(state, tabSeparated(rows), `customer ${count(row + 1)}, its cells between tabs`);
}
