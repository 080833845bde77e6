import { isDeepStrictEqual } from "node:util";
import type { State } from "../../../state/state.ts";
import { queryOf } from "./query-of.ts";

/** The customers shown: so many, each with its row (0-based). */
export interface Shown {
  readonly count: number;
  rowAt(index: number): number;
  /** The index of a row, -1 where it is not among them. */
  indexOf(row: number): number;
  /** False where they are an answer to an older question. */
  readonly isCurrent: boolean;
  /** Whether the answer is still to come. */
  readonly isAwaited: boolean;
}

const NOBODY: Omit<Shown, "isAwaited"> = { count: 0, rowAt: () => 0, indexOf: () => -1, isCurrent: false };

/** The customers that the filter leaves. Everybody, and those of one segment, are known without the worker. */
export function shownCustomers(state: State): Shown {
  const { opened, result, customers } = state;
  const query = queryOf(state);
  if (opened === null) return { ...NOBODY, isAwaited: false };
  const { rows } = opened.table;
  const everybody: Shown = {
    ...{ count: rows, rowAt: (index) => index, indexOf: (row) => row },
    ...{ isCurrent: true, isAwaited: false },
  };
  if (result === null || query === null) return everybody;
  const [first, ...others] = query.tests;
  if (query.search === "" && query.sorting === null && others.length === 0) {
    if (first === undefined) return everybody;
    const id = first.kind === "segment" && first.of === "segment" && first.holds ? (first.segments[0] ?? -1) : -1;
    if (id >= 0 && first.kind === "segment" && first.segments.length === 1) {
      const { members } = result;
      return ofRows(members.rows.subarray(members.starts[id], members.starts[id + 1]), NO_QUESTION);
    }
  }
  const { answer, asked } = customers;
  const isAsked = asked !== null && asked.run === result.run && isDeepStrictEqual(asked.query, query);
  const isCurrent = isAsked && answer?.id === asked.id;
  const isAwaited = !isCurrent && !(isAsked && asked.failed);
  return answer === null ? { ...NOBODY, isAwaited } : ofRows(answer.rows, { isCurrent, isAwaited });
}

const NO_QUESTION = { isCurrent: true, isAwaited: false };

function ofRows(rows: Int32Array, answered: Pick<Shown, "isCurrent" | "isAwaited">): Shown {
  return { count: rows.length, rowAt: (index) => rows[index]!, indexOf: (row) => rows.indexOf(row), ...answered };
}

/** The row under the cursor, null where nobody is shown. */
export function selectedRow(state: State, shown: Shown = shownCustomers(state)): number | null {
  return shown.count === 0 ? null : shown.rowAt(cursorOf(state, shown));
}

/** The cursor among the customers shown: the last of them where it stood farther down. */
export function cursorOf({ customers }: State, { count }: Shown): number {
  return Math.max(0, Math.min(customers.cursor, count - 1));
}
