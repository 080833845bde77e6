import type { Work } from "../desk.ts";
import { type Held, readTable, runOf } from "../held.ts";
import { pauseOf } from "../pause.ts";
import { found } from "./finding/found.ts";
import { placed } from "./placed.ts";
import type { CustomersRequest, Places } from "./protocol.ts";
import { asksForPlaces } from "./query.ts";

/** Tells which customers meet a query, and where those of the run stand; the quicker one first. */
export async function customers(
  { id, run, query }: CustomersRequest,
  held: Held,
  { signal, answer }: Work,
): Promise<void> {
  const { table } = readTable(held);
  const { found: segmentation } = runOf(held, run);
  const pause = pauseOf(signal);
  const known = held.customers.places?.run === run ? held.customers.places : null;
  const tell = (places: Places): Places => {
    held.customers = { ...held.customers, places };
    answer({ type: "placed", id, places });
    return places;
  };
  const place = async (): Promise<Places> => tell(await placed(run, segmentation, table, signal, pause));
  const places = known === null ? (asksForPlaces(query) ? await place() : null) : tell(known);
  const records = { table, labels: segmentation.labels, places, texts: held.customers.texts };
  const rows = await found(query, records, pause);
  answer({ type: "customers", id, rows });
  if (places === null) await place();
}
