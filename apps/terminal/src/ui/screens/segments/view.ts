import { layoutOf } from "../../layout.ts";
import type { State } from "../../state/state.ts";
import { block, type Line } from "../../text/line.ts";
import { elbowPicture } from "../elbow/picture.ts";
import type { Room } from "../screen.ts";
import { cardOf } from "./card/card.ts";
import { planOf } from "./plans/plan.ts";

/** A curve lower than this shows nothing. */
const LEAST_CURVE = 8;

/** Headline and message may take so many lines more of the body than the layout knows. */
const LINES_TAKEN = 5;

/** Who the segments are: the list, the card of the selected one, and where there is room the picture. */
export function segmentsView(state: State, room: Room): Line[] {
  const { width, height } = room;
  const card = cardOf(state);
  return card === null
    ? block(waiting(state, room), width, height)
    : block(planOf(state, card, room).draw(), width, height);
}

/** Before the first segments are found: the curve as far as it is known, for one sees there what is weighed. A stop keeps it. */
function waiting(state: State, { width, height }: Room): Line[] {
  const { look, points } = state;
  if (look.reader || points.length < 2 || height < LEAST_CURVE) return [];
  return elbowPicture(state, width, height);
}

/** Whether there is more to see than fits at once: Tab turns to it. Says so rather too early than too late. */
export function hasPages(state: State): boolean {
  const layout = layoutOf(state.size);
  const card = cardOf(state);
  if (layout.kind === "sentence" || card === null) return false;
  const { width, bodyHeight, panes } = layout;
  const height = Math.max(1, bodyHeight - LINES_TAKEN);
  return planOf(state, card, { width, height, panes }).pages > 1;
}
