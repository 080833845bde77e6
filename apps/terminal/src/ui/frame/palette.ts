import { counted } from "../../text/number.ts";
import { cellsOf } from "../../text/visible.ts";
import type { Action } from "../actions/action.ts";
import { keyLabel } from "../actions/keys.ts";
import { block, cell, type Line, line, rule, span } from "../text/line.ts";
import { windowStart } from "../text/window.ts";
import { keyWords } from "./key-words.ts";

/** The actions that can be chosen, each with its key, for a reader in words; the one at `cursor` is marked. */
export function palette(
  actions: readonly Action[],
  cursor: number,
  { width, height, reader }: { readonly width: number; readonly height: number; readonly reader: boolean },
): Line[] {
  if (actions.length === 0)
    return block([rule(line("Actions"), width), line(" No action has these words.")], width, height);
  const chosen = Math.min(cursor, actions.length - 1);
  const labels = actions.map(({ keys: [first = ""] }) => (reader ? keyWords(keyLabel(first)) : keyLabel(first)));
  const keys = Math.max(...labels.map(cellsOf));
  const start = windowStart(chosen, actions.length, height - 1);
  const rows = actions.slice(start, start + height - 1).map(({ title }, offset): Line => {
    const inverse = start + offset === chosen;
    return [
      span(inverse ? "▸" : " ", { inverse }),
      cell(labels[start + offset]!, keys, { bold: true, accent: !inverse, inverse }),
      span("  ", { inverse }),
      cell(title, Math.max(0, width - keys - 3), { inverse }),
    ];
  });
  return block([rule(line(counted(actions.length, "action"), { bold: true }), width), ...rows], width, height);
}
