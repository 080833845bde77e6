import type { State } from "../../state/state.ts";
import { block, type Line } from "../../text/line.ts";
import type { Room } from "../screen.ts";

/** The screen in the room it has. */
export function exportView(_state: State, { width, height }: Room): Line[] {
  return block([], width, height);
}
