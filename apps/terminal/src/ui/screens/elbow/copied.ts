import type { State } from "../../state/state.ts";
import { tabSeparated } from "../../text/tab-separated.ts";
import { elbowRows } from "./points.ts";

const TITLES = ["k", "inertia", "drop", "silhouette", "stability", "smallest"];

/** The table of the curve as text, every digit of it, with a tab between cells. */
export function elbowText(state: State): string {
  const rows = elbowRows(state).map(({ k, inertia, drop, silhouette, stability, smallest }) =>
    [k, inertia, drop, silhouette, stability, smallest].map((value) => value ?? ""),
  );
  return tabSeparated([TITLES, ...rows]);
}
