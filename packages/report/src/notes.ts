import type { Segmentation, Table } from "@kentro/segments";
import { html, type Markup } from "./markup.ts";
import { count, counted, listed } from "./numbers.ts";

/** What was read, what was used, and what was left out and why: counts only, never a customer's row or cell. */
export function dataNotes(segmentation: Segmentation, table: Table): Markup {
  const { rowsRead, rows, leftOut, choice } = segmentation;
  const used =
    leftOut.count === 0
      ? html`<p>All ${counted(rowsRead, "row")} of the table were used.</p>`
      : html`<p>${counted(rowsRead, "row")} read, ${count(rows)} used, ${count(leftOut.count)} left out because a number they needed was empty or unreadable: ${faults(segmentation, table)}.</p>`;
  return html`${used}
<ul>${choice.columns.map(({ words }) => html`<li>${words}.</li>\n`)}</ul>`;
}

function faults({ features }: Segmentation, table: Table): string {
  const parts = table.columns.flatMap((column) => {
    if (column.type !== "numeric" || !features.includes(column.name)) return [];
    const kinds = [];
    if (column.missing > 0) kinds.push(`${count(column.missing)} empty`);
    if (column.unreadableCount > 0) kinds.push(`${count(column.unreadableCount)} unreadable`);
    return kinds.length === 0 ? [] : [`${column.name} (${kinds.join(", ")})`];
  });
  return listed(parts);
}
