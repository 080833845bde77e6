import type { KeyName } from "../actions/keys.ts";
import type { Size } from "../layout.ts";
import { sessionOf } from "../session.ts";
import { begin } from "../state/begin.ts";
import type { Effect } from "../state/event.ts";
import type { State } from "../state/state.ts";
import type { Look } from "../text/look.ts";
import { deskOf } from "../work/desk.ts";
import type { Reply } from "../work/protocol.ts";

/** Where the user stands. */
const FOLDER = "/home/ana/customers";

/** A session whose requests are answered by the work itself, as in the program, but for those that `left` holds. */
export interface Played {
  state(): State;
  /** Presses keys; resolves when everything that was asked for on the way is answered. */
  press(...keys: readonly KeyName[]): Promise<void>;
  resize(size: Size): Promise<void>;
  answer(reply: Reply): void;
}

/**
 * Opens a source and waits for its segments and curve. Timers never ring, and the user stands in a folder of the same name
 * wherever the tests are run.
 */
export async function played(source: string, size: Size, look: Look, left: readonly string[] = []): Promise<Played> {
  let asked = 0;
  const desk = deskOf((reply) => session.dispatch({ type: "reply", reply: elsewhere(reply) }));
  const perform = (effect: Effect): void => {
    if (effect.type !== "send" || left.includes(effect.request.type)) return;
    asked++;
    desk.take(effect.request);
  };
  const session = sessionOf(begin(source, size, look), perform);
  // Answers may ask for more: a table that was read, for a run.
  const settled = async (): Promise<void> => {
    for (let before = -1; before !== asked; ) {
      before = asked;
      await desk.idle();
    }
  };
  await settled();
  return {
    state: session.state,
    press: async (...keys) => {
      session.press(keys);
      await settled();
    },
    resize: async (to) => {
      session.dispatch({ type: "resized", size: to });
      await settled();
    },
    answer: (reply) => session.dispatch({ type: "reply", reply }),
  };
}

/** The answer with paths as they would be in another folder. */
function elsewhere(reply: Reply): Reply {
  if (reply.type !== "looked") return reply;
  const here = process.cwd();
  return { ...reply, places: reply.places.map((place) => ({ ...place, full: place.full.replace(here, FOLDER) })) };
}
