import { BORDER_MARGIN } from "@kentro/segments";
import type { Beside } from "../../../columns/cell-text.ts";
import type { State } from "../../../state/state.ts";
import type { Places } from "../../../work/customers/protocol.ts";
import type { Texts } from "../../../work/customers/texts.ts";
import type { Known } from "../filter/test-of.ts";

const NONE: ReadonlyMap<number, Texts> = new Map();

/** What conditions can be about now; null before there are segments. */
export function knownOf(state: State): Known | null {
  const { opened, result } = state;
  if (opened === null || result === null) return null;
  return { table: opened.table, segments: result.segmentation.segments, texts: textsOf(state) };
}

/** The texts that are held beside the table, by the index of their column. */
export function textsOf({ customers }: State): ReadonlyMap<number, Texts> {
  return customers.texts?.held ?? NONE;
}

/** Where the customers of the segments on the screen stand; null while it is not known. */
export function placesOf({ customers, result }: State): Places | null {
  const { places } = customers;
  return places !== null && places.run === result?.run ? places : null;
}

/** The id of the segment that a customer is about as close to as to its own; null for one who is on no border. */
export function borderOf(state: State, row: number): number | null {
  const places = placesOf(state);
  return places !== null && places.margin[row]! < BORDER_MARGIN ? places.second[row]! : null;
}

/** The texts of one column that its table does not hold. */
export function besideOf(state: State, column: number): Beside {
  return textsOf(state).get(column) ?? (state.customers.texts?.held === null ? "reading" : "none");
}
