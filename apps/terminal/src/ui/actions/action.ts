import type { ScreenName, State } from "../state/state.ts";
import type { Step } from "../state/step.ts";
import type { KeyName } from "./keys.ts";

/** Something that a key does. Keys, footer, help, palette, the README's table and the tests are all made of these. */
export interface Action {
  readonly keys: readonly KeyName[];
  /** What it does, as help, palette and README say it: "rename the segment". */
  readonly title: string;
  /**
   * How help and README write its keys, and those of the actions after it that it speaks for (`[ ]`). Null where an action
   * before it speaks for it, or where it is no key to look up (Enter in a question).
   */
  readonly label: string | null;
  /** What help and README say instead of the title where the label speaks for several: "previous, next segment". */
  readonly listed?: string;
  /** Its hint in the footer. The highest rank is the first to go where there is no room; 0 never goes. */
  readonly hint?: { readonly label: string; readonly text: string; readonly rank: number };
  /** Whether the key does this now. The first action of the registry for which this holds has the key. */
  readonly when: (state: State) => boolean;
  readonly act: (state: State) => Step;
}

/** Actions under one heading of the help: everywhere, or one screen's. */
export interface ActionGroup {
  readonly title: string;
  /** Null for those of everywhere. */
  readonly screen: ScreenName | null;
  readonly actions: readonly Action[];
}
