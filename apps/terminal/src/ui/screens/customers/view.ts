import type { State } from "../../state/state.ts";
import { block, type Line } from "../../text/line.ts";
import type { Room } from "../screen.ts";
import { customerList } from "./list/list.ts";
import { readList } from "./list/reader.ts";
import { oneCustomer } from "./one/customer.ts";
import { shownCustomers } from "./shown/shown.ts";

/** The customers that the filter leaves, a line each with every column of the file, or one of them alone. */
export function customersView(state: State, room: Room): Line[] {
  const { opened, result, customers, look } = state;
  if (opened === null || result === null) return block([], room.width, room.height);
  const shown = shownCustomers(state);
  if (customers.one !== null && shown.count > 0) return oneCustomer(state, opened, result, shown, room);
  return look.reader
    ? readList(state, opened.table, result, shown, room)
    : customerList(state, opened, result, shown, room);
}
