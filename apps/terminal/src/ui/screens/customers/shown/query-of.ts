import { BORDER_MARGIN } from "@kentro/segments";
import type { State } from "../../../state/state.ts";
import type { Query, Test } from "../../../work/customers/query.ts";
import type { Condition } from "../filter/condition.ts";
import { sortingOf, testOf } from "../filter/test-of.ts";
import { knownOf } from "./known.ts";

const ON_THE_BORDER: Test = {
  kind: "number",
  of: "margin",
  comparison: "<",
  from: BORDER_MARGIN,
  to: BORDER_MARGIN,
};

/** What the filter asks of the worker, null before there are segments. Conditions that mean nothing ask nothing. */
export function queryOf(state: State): Query | null {
  const known = knownOf(state);
  if (known === null) return null;
  const { search, conditions, borderline, order } = state.customers.filter;
  const tests = conditions.map((condition) => testOf(condition, known)).filter((test) => typeof test !== "string");
  return {
    search,
    tests: borderline ? [...tests, ON_THE_BORDER] : tests,
    sorting: order === null ? null : sortingOf(order, known),
  };
}

/** Conditions that mean nothing for the segments on the screen: those about a segment that is no more. */
export function withoutMeaning(state: State): readonly Condition[] {
  const known = knownOf(state);
  if (known === null) return [];
  return state.customers.filter.conditions.filter((condition) => typeof testOf(condition, known) === "string");
}
