import type { Action } from "../../actions/action.ts";
import { all, hasResult, isIdle, on } from "../../actions/when.ts";
import { copied } from "./copied.ts";
import { askFilter, askOrder, askSearch } from "./filter/asking.ts";
import { closedOne, isFiltered, openedOne, otherSegment, toggledBorderline, unfiltered } from "./reducer.ts";

const onCustomers = all(on("customers"), hasResult);
const inList = all(onCustomers, ({ customers }) => customers.one === null);
const inOne = all(onCustomers, ({ customers }) => customers.one !== null);

/** What keys do on this screen. */
export const CUSTOMERS_ACTIONS: readonly Action[] = [
  {
    ...{ keys: ["enter"], title: "one customer against the segment", label: "Enter", when: inList, act: openedOne },
    hint: { label: "Enter", text: "look", rank: 3 },
  },
  {
    ...{ keys: ["escape"], title: "back to the list", listed: "back; everybody again", label: "Esc" },
    ...{ when: all(inOne, isIdle), act: closedOne },
    hint: { label: "Esc", text: "back", rank: 2 },
  },
  {
    ...{ keys: ["escape"], title: "everybody again", label: null, act: unfiltered },
    ...{ when: all(inList, isIdle, isFiltered), hint: { label: "Esc", text: "everybody", rank: 2 } },
  },
  {
    ...{ keys: ["/"], title: "search every cell", label: "/", when: inList, act: askSearch },
    hint: { label: "/", text: "search", rank: 4 },
  },
  {
    ...{ keys: ["&"], title: "filter: segment=B income>60", label: "&", when: inList, act: askFilter },
    hint: { label: "&", text: "filter", rank: 4 },
  },
  {
    ...{ keys: ["o"], title: "sort by a column", label: "o", when: inList, act: askOrder },
    hint: { label: "o", text: "sort", rank: 5 },
  },
  {
    ...{ keys: ["b"], title: "only customers on a border, or all", label: "b", when: inList, act: toggledBorderline },
    hint: { label: "b", text: "border", rank: 6 },
  },
  {
    ...{ keys: ["y"], title: "copy the customer", label: "y", when: onCustomers, act: copied },
    hint: { label: "y", text: "copy", rank: 7 },
  },
  {
    ...{
      keys: ["["],
      title: "customers of the previous segment",
      listed: "customers of another segment",
      label: "[ ]",
    },
    ...{ hint: { label: "[ ]", text: "segment", rank: 10 }, when: onCustomers },
    act: (state) => otherSegment(state, -1),
  },
  {
    ...{ keys: ["]"], title: "customers of the next segment", label: null, when: onCustomers },
    act: (state) => otherSegment(state, 1),
  },
];
