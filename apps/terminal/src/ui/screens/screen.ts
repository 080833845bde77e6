import type { Action } from "../actions/action.ts";
import type { Layout } from "../layout.ts";
import type { Motion } from "../state/move.ts";
import type { State } from "../state/state.ts";
import type { Step } from "../state/step.ts";
import type { Line } from "../text/line.ts";

/** The room for a screen: its body, without header, headline, message and footer. */
export interface Room {
  readonly width: number;
  readonly height: number;
  readonly panes: (Layout & { kind: "screen" })["panes"];
}

/** A screen: its folder has the parts of it. */
export interface Screen {
  /** On its tab and in the help. */
  readonly title: string;
  readonly actions: readonly Action[];
  /** The state after the cursor of the screen has moved; `page` is how many lines a page has. */
  readonly moved: (state: State, motion: Motion, page: number) => State;
  /** Asks the worker for what the screen shows and does not have yet; looked at after every step. */
  readonly needs?: (state: State) => Step;
  /** Exactly `height` lines of exactly `width` cells. */
  readonly view: (state: State, room: Room) => Line[];
}
