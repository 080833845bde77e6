import type { State } from "../../state/state.ts";
import { block, type Line } from "../../text/line.ts";
import type { Room } from "../screen.ts";
import { customerList, type Found } from "./list/list.ts";
import { readList } from "./list/reader.ts";
import { oneCustomer } from "./one/customer.ts";
import { shownCustomers } from "./shown/shown.ts";

/** Customers can be looked at before their segments are found. */
const NOT_FOUND_YET: Found = { segments: [], labels: new Int32Array(0) };

/** The customers that the filter leaves, a line each with every column of the file, or one of them alone. */
export function customersView(state: State, room: Room): Line[] {
  const { opened, result, customers, look } = state;
  if (opened === null) return block([], room.width, room.height);
  const shown = shownCustomers(state);
  if (result !== null && customers.one !== null && shown.count > 0) {
    return oneCustomer(state, opened, result, shown, room);
  }
  const found = result?.segmentation ?? NOT_FOUND_YET;
  return look.reader
    ? readList(state, opened.table, found, shown, room)
    : customerList(state, opened, found, shown, room);
}
