import type { Action } from "../../actions/action.ts";
import { all, hasTable, isIdle, on } from "../../actions/when.ts";
import { copying } from "../../state/copy.ts";
import { logged, nextMissing, nextScale, toggled, weighted } from "./asked/what-if.ts";
import { columnsText } from "./list/copied.ts";
import { turnedPage, turnedPane } from "./reducer.ts";

const onData = all(on("data"), hasTable);
const onPage = all(onData, ({ data }) => data.pane === "page");
const offPage = all(onData, ({ data }) => data.pane !== "page");

/** What keys do on this screen. */
export const DATA_ACTIONS: readonly Action[] = [
  {
    ...{ keys: ["space"], title: "take or leave the column", label: "Space" },
    ...{ hint: { label: "Space", text: "take", rank: 3 }, when: onData, act: toggled },
  },
  {
    ...{ keys: ["s"], title: "next scaling: standard, robust, minmax, none", label: "s" },
    ...{ hint: { label: "s", text: "scaling", rank: 5 }, when: onData, act: nextScale },
  },
  {
    ...{ keys: ["L"], title: "the column's logarithm, or not", label: "L" },
    ...{ hint: { label: "L", text: "log", rank: 6 }, when: onData, act: logged },
  },
  {
    ...{ keys: ["<"], title: "halve the weight of the column", label: "< >" },
    listed: "halve, double the weight of the column",
    ...{ hint: { label: "< >", text: "weight", rank: 8 }, when: onData, act: (state) => weighted(state, 0.5) },
  },
  {
    ...{ keys: [">"], title: "double the weight of the column", label: null },
    ...{ when: onData, act: (state) => weighted(state, 2) },
  },
  {
    ...{ keys: ["M"], title: "next rule about missing values: drop, median, category, both", label: "M" },
    ...{ hint: { label: "M", text: "missing", rank: 7 }, when: onData, act: nextMissing },
  },
  {
    ...{ keys: ["enter"], title: "all about the column", label: "Enter" },
    ...{ hint: { label: "Enter", text: "the column", rank: 4 }, when: offPage, act: turnedPage },
  },
  {
    ...{ keys: ["enter"], title: "back to the columns", label: null, when: onPage, act: turnedPage },
  },
  {
    ...{ keys: ["escape"], title: "back to the columns", label: null },
    ...{ hint: { label: "Esc", text: "back", rank: 2 }, when: all(onPage, isIdle), act: turnedPage },
  },
  {
    ...{ keys: ["tab"], title: "the settings and all notes on the data", label: "Tab" },
    ...{ hint: { label: "Tab", text: "notes", rank: 5 }, when: offPage, act: turnedPane },
  },
  {
    ...{ keys: ["y"], title: "copy the table of columns", label: "y", when: onData },
    act: (state) => copying(state, columnsText(state), "the table of columns, with tabs between its cells"),
  },
];
