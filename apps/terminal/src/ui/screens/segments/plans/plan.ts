import type { State } from "../../../state/state.ts";
import type { Line } from "../../../text/line.ts";
import type { Room } from "../../screen.ts";
import type { Card } from "../card/card.ts";
import { besideLegend, oneAtATime, underList } from "./narrow.ts";
import { threePanes, twoPanes } from "./wide.ts";
import { wordsAlone } from "./words-alone.ts";

/** What the screen shows in a room: how many pages Tab turns through, and the lines of the one whose turn it is. */
export interface Plan {
  readonly pages: number;
  readonly draw: () => Line[];
}

/** What every plan is made from. Assumes a result in the state. */
export interface Planned extends Pick<Room, "width" | "height"> {
  readonly state: State;
  readonly card: Card;
}

/** From here on there is room for three panes beside each other. */
const THREE_PANES = { width: 150, height: 28 };
/** From here on a legend stands beside the card. */
const LEAST_BESIDE = 72;
/** From here on the list of segments stands over the card. */
const LEAST_UNDER = 18;

/** Where legend, card and picture stand. */
export function planOf(state: State, card: Card, { width, height, panes }: Room): Plan {
  const planned: Planned = { state, card, width, height };
  if (state.look.reader) return wordsAlone(planned);
  if (panes === "columns") {
    const isWide = width >= THREE_PANES.width && height >= THREE_PANES.height;
    return isWide ? threePanes(planned) : twoPanes(planned);
  }
  if (width >= LEAST_BESIDE) return besideLegend(planned);
  return height >= LEAST_UNDER ? underList(planned) : oneAtATime(planned);
}
