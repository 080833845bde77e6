import { count } from "../../../../text/number.ts";
import type { State } from "../../../state/state.ts";
import { block, type Line, line, rule } from "../../../text/line.ts";
import type { Card } from "../card/card.ts";
import { factsSection, profileSection, type Section, suggestionsSection } from "../card/sections.ts";
import { segmentList } from "../legend/list.ts";

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
    [rule(listTitle(state), width), ...segmentList(segments, state.segment, width, height - 1)],
    width,
    height,
  );
}

/** Who was clustered by what. */
export function listTitle({ result }: State): Line {
  if (result === null) return [];
  const { features, rows } = result.segmentation;
  return line(`${count(rows)} customers by ${features.join(", ")}`);
}
