import { visible } from "../../text/visible.ts";

/** A table for the clipboard, as spreadsheets take it: a line for each row, a tab between cells. No cell can hold either. */
export function tabSeparated(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((cells) => `${cells.map((each) => visible(String(each))).join("\t")}\n`).join("");
}
