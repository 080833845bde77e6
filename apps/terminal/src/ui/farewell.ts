import { isDeepStrictEqual } from "node:util";
import { visible } from "../text/visible.ts";
import type { State } from "./state/state.ts";
import { commandFor } from "./work/export/command.ts";
import type { Saved } from "./work/export/protocol.ts";

/**
 * What is left on the normal screen: the files that were saved, and the command line that writes them again, over those
 * that are there now; where none were, the one that finds the segments again.
 */
export function farewell({ saved, source, result, writing }: State): string {
  const lines = saved.map(({ path }) => `Saved ${visible(path)}`);
  if (writing !== null) lines.push("Writing was stopped: nothing is half-written.");
  for (const group of alike(saved)) {
    const { source: from, settings } = group[0]!;
    lines.push(
      `${group.length === 1 ? "To write it" : "To write them"} again: ${visible(commandFor(from, settings, group))} --force`,
    );
  }
  if (saved.length === 0 && source !== null && result !== null) {
    lines.push(`To find these segments again: ${visible(commandFor(source, result.settings, []))}`);
  }
  return lines.map((line) => `${line}\n`).join("");
}

/** What was saved, together where one command writes it: of one source, by the same settings, one of each kind. */
function alike(saved: readonly Saved[]): Saved[][] {
  const groups: Saved[][] = [];
  for (const each of saved) {
    const group = groups.find(
      (others) =>
        others[0]!.source === each.source &&
        isDeepStrictEqual(others[0]!.settings, each.settings) &&
        others.every(({ option }) => option !== each.option),
    );
    if (group === undefined) groups.push([each]);
    else group.push(each);
  }
  return groups;
}
