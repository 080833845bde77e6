import type { State } from "../../state/state.ts";
import { type Step, saying, still } from "../../state/step.ts";
import type { FilesReply } from "../../work/files/protocol.ts";
import { listedKey } from "./items.ts";
import { completing, opening } from "./reducer.ts";
import { arranged, type OpeningState } from "./state.ts";

/** The step with what the worker answered. What was typed may be a file, which is opened. */
export function openingReplied(state: State, { id, found, recent, nowMs }: FilesReply): Step {
  const { asked } = state.opening;
  if (asked?.id !== id) return still(state);
  const answered: OpeningState = { ...state.opening, asked: null, recent, nowMs };
  switch (found.kind) {
    case "file":
      return opening({ ...state, opening: arranged(answered) }, found.path);
    case "completed":
      return still(completing({ ...state, opening: arranged(answered) }, found.text, found.names));
    case "refused": {
      // The folder that was seen before stays, so that a slip does not lead away from it.
      if (answered.listing !== null) {
        return still(saying({ ...state, opening: arranged(answered) }, found.sentence, "error"));
      }
      return still({ ...state, opening: arranged({ ...answered, refusal: found.sentence }) });
    }
    case "folder": {
      const { listing } = found;
      const isSame = listing.path === answered.listing?.path;
      const filter = isSame ? answered.filter : "";
      const listed = arranged({ ...answered, listing, refusal: null, filter });
      const first = listed.items.find(({ section, kind }) => section === "folder" && kind !== "parent");
      const wanted = found.focus === null ? asked.focus : listedKey(found.focus);
      const cursor = listed.items.some(({ key }) => key === wanted) ? wanted : null;
      const otherwise = found.focus === null ? (first?.key ?? listed.cursor) : listed.cursor;
      return still({ ...state, opening: { ...listed, cursor: cursor ?? otherwise } });
    }
    default:
      return found satisfies never;
  }
}
