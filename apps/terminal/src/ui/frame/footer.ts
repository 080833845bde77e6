import { possible } from "../actions/actions.ts";
import type { State } from "../state/state.ts";
import { fit, type Line, type Span, span, widthOf } from "../text/line.ts";

const GAP = 2;

/** The keys that do something now, as many as fit; the last to go is the one ranked first. */
export function footer(state: State, width: number): Line {
  const { dialog } = state;
  const hints = possible(state).flatMap(({ hint }) => (hint === undefined ? [] : [hint]));
  const answer = dialog.kind === "confirming" ? [{ label: "Enter", text: dialog.yes, rank: 0 }] : [];
  const spans: Span[] = [];
  for (const { label, text } of [...answer, ...hints].sort((a, b) => a.rank - b.rank)) {
    const next = [span(`${label} `, { bold: true, accent: true }), span(text)];
    const gap = spans.length > 0 ? GAP : 1;
    if (widthOf(spans) + gap + widthOf(next) > width) break;
    spans.push(span(" ".repeat(gap)), ...next);
  }
  return fit(spans, width);
}
