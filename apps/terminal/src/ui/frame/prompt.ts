import { cellsOf, visible } from "../../text/visible.ts";
import type { Input } from "../state/input.ts";
import { fit, type Line, span } from "../text/line.ts";

/** The line that is being typed, scrolled so that its caret is seen. */
export function prompt(title: string, input: Input, width: number): Line {
  const label = span(` ${title} `, { bold: true });
  const shown = input.characters.map(visible);
  const caret = shown[input.caret] ?? " ";
  let room = Math.max(1, width - label.cells - cellsOf(caret) - 1);
  let start = input.caret;
  while (start > 0 && room - cellsOf(shown[start - 1]!) >= 0) room -= cellsOf(shown[--start]!);
  // A selection is seen by its inverse video alone, so what is typed over it says so in its advice.
  const before = span(shown.slice(start, input.caret).join(""), { inverse: input.isSelected });
  const after = span(shown.slice(input.caret + 1).join(""));
  return fit([label, span(start > 0 ? "…" : ""), before, span(caret, { inverse: true }), after], width);
}
