import { along, type Motion, target } from "../../state/move.ts";
import type { State } from "../../state/state.ts";
import { type Step, saying, still } from "../../state/step.ts";
import type { Condition } from "./filter/condition.ts";
import { cursorOf, shownCustomers } from "./shown/shown.ts";
import { type CustomersState, EVERYBODY, type Filter } from "./state.ts";

/** The state after the cursor has moved among customers, or the columns sideways; the lines of one customer move by pages. */
export function movedCustomers(state: State, motion: Motion, page: number): State {
  const { one, scrolled } = state.customers;
  const isSideways = motion === "left" || motion === "right";
  const isPage = motion === "pageUp" || motion === "pageDown";
  const columns = state.opened?.table.columns.length ?? 0;
  if (one !== null && isPage) {
    const lines = Math.max(1, page - LINES_OF_WORDS);
    return changedTo(state, { one: { top: target(motion, one.top, columns, lines) } });
  }
  if (isSideways && one === null) {
    const last = Math.max(0, columns - 2);
    return changedTo(state, { scrolled: target(along(motion), scrolled, last + 1, page) });
  }
  const shown = shownCustomers(state);
  const cursor = target(along(motion), cursorOf(state, shown), shown.count, page);
  const row = shown.count === 0 ? null : shown.rowAt(cursor);
  return changedTo(state, { cursor, row });
}

/** What stands over the columns of one customer takes so many lines of a page at most. */
const LINES_OF_WORDS = 4;

/** The customer under the cursor alone on the screen. */
export function openedOne(state: State): Step {
  const { count } = shownCustomers(state);
  return still(count === 0 ? saying(state, "There is nobody to look at.") : changedTo(state, { one: { top: 0 } }));
}

/** Back from one customer to all of them. */
export function closedOne(state: State): Step {
  return still(changedTo(state, { one: null }));
}

/** Another filter: its first customer is under the cursor. */
export function filtered(state: State, change: Partial<Filter>): State {
  const { filter, one } = state.customers;
  return changedTo(state, { filter: { ...filter, ...change }, cursor: 0, row: null, one: one && { top: 0 } });
}

/** Everybody again, in the order of the file. */
export function unfiltered(state: State): Step {
  return still(filtered(state, EVERYBODY));
}

/** Whether not everybody is shown, or in another order. */
export function isFiltered({ customers: { filter } }: State): boolean {
  return filter.search !== "" || filter.conditions.length > 0 || filter.borderline || filter.order !== null;
}

/** Only customers on a border, or all again. */
export function toggledBorderline(state: State): Step {
  if (state.result !== null && state.result.segmentation.k < 2) {
    return still(saying(state, "There is one segment only: nobody is on a border."));
  }
  return still(filtered(state, { borderline: !state.customers.filter.borderline }));
}

/** The customers of the selected segment, all of them: what Enter on a segment shows. */
export function showsSegment(state: State): State {
  const { customers } = filtered({ ...state, customers: { ...state.customers, filter: EVERYBODY } }, {});
  return ofSelected({ ...state, screen: "customers", customers: { ...customers, one: null } });
}

/** The customers of the next or the previous segment; from everybody, first those of the selected one. */
export function otherSegment(state: State, by: 1 | -1): Step {
  const segments = state.result?.segmentation.segments.length ?? 0;
  if (segments === 0) return still(state);
  const isOfOne = state.customers.filter.conditions.some(isOfSegment);
  const segment = isOfOne ? (state.segment + by + segments) % segments : state.segment;
  return still(ofSelected({ ...state, segment }));
}

/** The filter with the selected segment in the place of another one. */
function ofSelected(state: State): State {
  const letter = state.result?.segmentation.segments[state.segment]?.letter;
  if (letter === undefined) return state;
  const others = state.customers.filter.conditions.filter((condition) => !isOfSegment(condition));
  return filtered(state, { conditions: [{ of: "segment", operator: "=", value: letter }, ...others] });
}

function isOfSegment({ of, operator }: Condition): boolean {
  return of === "segment" && operator === "=";
}

function changedTo(state: State, change: Partial<CustomersState>): State {
  return { ...state, customers: { ...state.customers, ...change } };
}
