import { layoutOf } from "../../../layout.ts";
import { inputOf, suggestedInput } from "../../../state/input.ts";
import type { State } from "../../../state/state.ts";
import { type Step, saying, still } from "../../../state/step.ts";
import { scrolledTo } from "../list/list.ts";
import { filtered } from "../reducer.ts";
import { knownOf } from "../shown/known.ts";
import { type Condition, filterText, orderText } from "./condition.ts";
import { exampleFilter } from "./example.ts";
import { isFault, parseFilter, parseOrder } from "./parse.ts";
import type { Fault } from "./scan.ts";
import { testOf } from "./test-of.ts";

type Question = "search" | "filter" | "order";

const LABELS: Readonly<Record<Question, string>> = { search: "Search", filter: "Filter", order: "Sort by" };
const ADVICE: Readonly<Record<Question, (state: State) => string>> = {
  search: () => "Customers with this in any cell; nothing finds all.",
  filter: (state) => `All of, say: ${exampleFilter(state)}. Also != < <= >= and ~ (has in it); nothing shows all.`,
  order: () =>
    "A column, or segment, second, distance, margin, row; -age begins with the largest. Nothing: as in the file.",
};

/** Asks for the text that a cell is to have. */
export function askSearch(state: State): Step {
  return still(asking(state, "search", state.customers.filter.search, null));
}

/** Asks for conditions. */
export function askFilter(state: State): Step {
  return still(asking(state, "filter", filterText(state.customers.filter.conditions), null));
}

/** Asks what to sort by. */
export function askOrder(state: State): Step {
  const { order } = state.customers.filter;
  return still(asking(state, "order", order === null ? "" : orderText(order), null));
}

/**
 * What is wrong is said, and the caret stands where it is. A filter may be added to; another search or order takes the place of
 * the one that holds.
 */
function asking(state: State, question: Question, text: string, fault: Fault | null): State {
  const input = fault === null && question !== "filter" ? suggestedInput(text) : inputOf(text);
  const next: State = {
    ...state,
    dialog: {
      kind: "asking",
      label: LABELS[question],
      input: fault === null ? input : { ...input, caret: fault.at },
      advice: fault === null ? ADVICE[question](state) : null,
      take: (now, typed) => still(taken(now, question, typed)),
    },
  };
  return fault === null ? next : saying(next, fault.fault, "error");
}

function taken(state: State, question: Question, text: string): State {
  const known = knownOf(state);
  if (known === null) return state;
  switch (question) {
    case "search":
      return filtered(state, { search: text });
    case "filter": {
      const conditions = parseFilter(text, known);
      return isFault(conditions)
        ? asking(state, question, text, conditions)
        : filtered(withSelected(state, conditions), { conditions });
    }
    case "order": {
      const order = parseOrder(text, known);
      return isFault(order) ? asking(state, question, text, order) : inSight(filtered(state, { order }));
    }
    default:
      return question satisfies never;
  }
}

/** Scrolled so that the column that customers are sorted by is seen. Who hears them hears every column. */
function inSight(state: State): State {
  const { customers, opened, result, look, size } = state;
  const of = customers.filter.order?.of;
  if (typeof of !== "object" || opened === null || result === null || look.reader) return state;
  const index = opened.table.columns.findIndex(({ name }) => name === of.column);
  const scrolled = scrolledTo(state, opened, result.segmentation, layoutOf(size).width, index);
  return { ...state, customers: { ...customers, scrolled } };
}

/** A segment that is asked for is the selected one on the other screens too. */
function withSelected(state: State, conditions: readonly Condition[]): State {
  const asked = conditions.find(({ of, operator }) => of === "segment" && operator === "=");
  const known = knownOf(state);
  const test = asked === undefined || known === null ? null : testOf(asked, known);
  if (test === null || typeof test === "string" || test.kind !== "segment") return state;
  const segment = test.segments[0] ?? -1;
  return segment < 0 ? state : { ...state, segment };
}
