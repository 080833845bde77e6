import type { Pace } from "../pace.ts";
import type { Column } from "../table.ts";
import { repeats } from "./repeats.ts";

/** A column that names customers, each of whom has several rows. */
export interface RepeatedCustomers {
  readonly column: string;
  readonly customers: number;
}

/** From so many rows a customer on the rows are orders or visits; below, some customers may be there twice. */
const ROWS_A_CUSTOMER = 2;

/** "customer_id", "Kundennr", "user": not "customer type", nor "user rating". */
const CUSTOMER =
  /^(?:customers?|cust|clients?|users?|members?|shoppers?|buyers?|kunden?)( ?(?:id|no|nr|num|number|nummer|key|code|ref))?$/u;

/**
 * The first column by whose name each row belongs to a customer who has others too: what is clustered then is orders, not
 * customers. Null where there is none. A kind of customer has few values, so fewer than `least` different ones are no names.
 */
export async function repeatedCustomers(
  rows: number,
  columns: readonly Column[],
  pace: Pace,
  least = 20,
): Promise<RepeatedCustomers | null> {
  for (const column of columns) {
    if (!namesCustomers(column)) continue;
    const customers = rows - (await repeats(rows, [column], pace));
    if (customers >= least && customers * ROWS_A_CUSTOMER <= rows) return { column: column.name, customers };
  }
  return null;
}

function namesCustomers({ name, type }: Column): boolean {
  if (type === "identifier" || type === "date") return false;
  const apart = name.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").toLowerCase();
  const words = apart.split(/[^\p{L}]+/u).filter((word) => word !== "");
  const found = CUSTOMER.exec(words.join(" "));
  // Numbers of a column "users" count them.
  return found !== null && (type === "text" || found[1] !== undefined);
}
