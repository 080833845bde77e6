import { type Column, dateText, type Segment, type Table } from "@kentro/segments";
import type { ShownColumn } from "../columns.ts";
import { html, type Markup } from "../markup.ts";
import { amount } from "../numbers.ts";

/** Columns of text and dates that are shown beside the numeric ones. */
const mostOthers = 4;

/** The three customers closest to a segment's center, with their cells. Only for a report that may hold rows. */
export function typicalCustomers(
  { typical, letter }: Segment,
  table: Table,
  shown: readonly ShownColumn[],
): Markup | null {
  if (typical.length === 0) return null;
  const numbers = new Set(shown.map(({ column }) => column));
  const others = table.columns.filter(({ type }) => type === "text" || type === "date").slice(0, mostOthers);
  const columns = table.columns.filter((column) => numbers.has(column.name) || others.includes(column));
  return html`<h4>Typical customers</h4>
<div class="scroll" tabindex="0" role="group" aria-label="Typical customers of segment ${letter}"><table class="rows">
<thead><tr><th scope="col">Row</th>${columns.map(({ name }) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${typical.map(
    (row) =>
      html`<tr><th scope="row">${row + 1}</th>${columns.map((column) => html`<td>${cell(column, row)}</td>`)}</tr>\n`,
  )}</tbody>
</table></div>`;
}

function cell(column: Column, row: number): string {
  switch (column.type) {
    case "numeric": {
      const value = column.values[row]!;
      return Number.isNaN(value) ? "" : amount(value);
    }
    case "date": {
      const value = column.values[row]!;
      return Number.isNaN(value) ? "" : dateText(value);
    }
    case "text":
      return column.categories[column.codes[row]!] ?? "";
    case "identifier":
      return "";
    default:
      return column satisfies never;
  }
}
