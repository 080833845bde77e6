import { counted } from "../../../../text/number.ts";
import type { State } from "../../../state/state.ts";
import { block, type Line, line, rule, widthOf } from "../../../text/line.ts";
import { hiddenRows, windowStart } from "../../../text/window.ts";
import type { Card } from "../card/card.ts";
import { factsSection, profileSection, type Section, suggestionsSection } from "../card/sections.ts";
import { segmentList } from "../legend/list.ts";

/** The cells of a rule around its title. */
const AROUND_TITLE = 4;

/** All of the card. */
export function allSections(state: State, card: Card, width: number): readonly Section[] {
  return [profileSection(card, width, state.symbols), ...aboutSections(card, width)];
}

/** The card without its profile. */
export function aboutSections(card: Card, width: number): readonly Section[] {
  const todo = suggestionsSection(card, width);
  return [factsSection(card, width), ...(todo === null ? [] : [todo])];
}

/** The lines that the list takes of `height`, its title among them. */
export function listHeight(state: State, height: number): number {
  return 1 + Math.min(state.result?.segmentation.k ?? 0, Math.floor(height / 3));
}

/** The list of segments under who was clustered by what. */
export function titledList(state: State, width: number, height: number): Line[] {
  const segments = state.result?.segmentation.segments ?? [];
  return block(
    [rule(listTitle(state, width, height - 1), width), ...segmentList(segments, state.segment, width, height - 1)],
    width,
    height,
  );
}

/** How many segments are out of sight where `height` of them have a line. */
export function hiddenSegments({ result, segment }: State, height: number): Line {
  const k = result?.segmentation.k ?? 0;
  const hidden = hiddenRows(windowStart(segment, k, height), k, height);
  return hidden === "" ? [] : line(`  ${hidden}`);
}

/**
 * Who was clustered by what, and how many segments are out of sight where `height` of them have a line: the columns by name
 * where there is room for all of them, else their number, else nothing of them.
 */
export function listTitle(state: State, width: number, height: number): Line {
  if (state.result === null) return [];
  const { features, rows } = state.result.segmentation;
  const customers = counted(rows, "customer");
  const hidden = hiddenSegments(state, height);
  const titles = [`${customers} by ${features.join(", ")}`, `${customers} by ${counted(features.length, "column")}`];
  const lines = titles.map((title) => [...line(title), ...hidden]);
  return lines.find((title) => widthOf(title) + AROUND_TITLE <= width) ?? [...line(customers), ...hidden];
}
