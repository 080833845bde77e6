import { isDeepStrictEqual } from "node:util";
import type { State } from "../../state/state.ts";
import { type Step, saying, still } from "../../state/step.ts";
import { filterText } from "./filter/condition.ts";
import { textsOf } from "./shown/known.ts";
import { queryOf, withoutMeaning } from "./shown/query-of.ts";
import { cursorOf, selectedRow, shownCustomers } from "./shown/shown.ts";
import type { AskedRows } from "./state.ts";

/** So many rows at most have texts read that their table does not hold. */
const MOST_ROWS_WITH_TEXTS = 1_000_000;

/** Asks the worker for what the screen shows and does not have yet, and keeps the cursor on its customer. */
export function customersNeeds(before: State): Step {
  const state = meaningful(before);
  const rows = askedForRows(state);
  const texts = askedForTexts(rows.state);
  return { state: followed(texts.state), effects: [...rows.effects, ...texts.effects] };
}

/** Segments come and go with every run: what was asked about one that is gone is taken back, and said. */
function meaningful(state: State): State {
  const gone = withoutMeaning(state);
  if (gone.length === 0) return state;
  const { customers } = state;
  const conditions = customers.filter.conditions.filter((condition) => !gone.includes(condition));
  const next: State = { ...state, customers: { ...customers, filter: { ...customers.filter, conditions } } };
  return saying(next, `${filterText(gone)} is not asked any more: there is no such segment now.`);
}

function askedForRows(state: State): Step {
  const { result, customers } = state;
  const query = queryOf(state);
  if (result === null || query === null) return still(state);
  const { asked } = customers;
  const withTexts = query.search !== "" && textsOf(state).size > 0;
  const isAsked =
    asked !== null &&
    asked.run === result.run &&
    asked.withTexts === withTexts &&
    isDeepStrictEqual(asked.query, query);
  if (isAsked) return still(state);
  const id = state.lastId + 1;
  const next: AskedRows = { id, run: result.run, query, withTexts, failed: false };
  return {
    state: { ...state, lastId: id, customers: { ...customers, asked: next } },
    effects: [{ type: "send", request: { type: "customers", id, run: result.run, query } }],
  };
}

function askedForTexts(state: State): Step {
  const { source, opened, result, customers } = state;
  if (source === null || opened === null || result === null || customers.texts !== null) return still(state);
  const { table } = opened;
  const columns = table.columns.flatMap(({ type }, index) => (type === "identifier" ? [index] : []));
  if (columns.length === 0 || table.rows > MOST_ROWS_WITH_TEXTS) return still(state);
  const id = state.lastId + 1;
  return {
    state: { ...state, lastId: id, customers: { ...customers, texts: { id, held: null } } },
    effects: [{ type: "send", request: { type: "texts", id, source, columns } }],
  };
}

/** The cursor on the customer that it was on, where that one is still shown. */
function followed(state: State): State {
  const { customers } = state;
  const shown = shownCustomers(state);
  if (!shown.isCurrent) return state;
  const cursor = cursorOf(state, shown);
  const row = selectedRow(state, shown);
  if (customers.row === row && customers.cursor === cursor) return state;
  const found = customers.row === null ? -1 : shown.indexOf(customers.row);
  if (found >= 0) return { ...state, customers: { ...customers, cursor: found } };
  return { ...state, customers: { ...customers, cursor, row } };
}
