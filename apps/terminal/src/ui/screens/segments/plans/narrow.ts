import { counted } from "../../../../text/number.ts";
import type { State } from "../../../state/state.ts";
import { beside, type Line, line, rule } from "../../../text/line.ts";
import type { Card } from "../card/card.ts";
import { profileSection, type Section, shortProfileSection } from "../card/sections.ts";
import { segmentList } from "../legend/list.ts";
import { narrowLegend } from "../legend/narrow.ts";
import { type Page, pageBlock, pagesOf } from "../pages.ts";
import { pictureOf } from "../picture/picture.ts";
import { aboutSections, allSections, hiddenSegments, listHeight, listTitle, titledList } from "./parts.ts";
import type { Plan, Planned } from "./plan.ts";

/** The place of a page in its title. */
const PLACE = " 1/6 ─".length;

const LEGEND = { least: 28, ofWidth: 1 / 3, most: 36 };
/** From here on card and picture stand beside each other. */
const LEAST_FOR_BOTH = 120;
/** A picture lower than this shows nothing; under a card it takes some more, or there would be two half pages. */
const LEAST_PICTURE = 9;
const ROOM_FOR_PICTURE = 11;
/** A profile is cut to so many rows for the picture's sake, to fewer where the picture is as low as can be. */
const FEW_ROWS = 5;
const ROWS_OF_HEIGHT = 0.3;
const FEWEST_ROWS = 3;
/** Title, heads of the columns, and that there are more. */
const LINES_AROUND_ROWS = 3;

/** A narrow legend, and beside it the card and the picture: both where it is wide enough, else in turn. */
export function besideLegend(planned: Planned): Plan {
  const { state, card, width, height } = planned;
  const segments = state.result?.segmentation.segments ?? [];
  const left = Math.min(LEGEND.most, Math.max(LEGEND.least, Math.floor(width * LEGEND.ofWidth)));
  const legend = (): Line[] => [
    rule(
      [...line(counted(state.result?.segmentation.rows ?? 0, "customer")), ...hiddenSegments(state, height - 1)],
      left,
    ),
    ...narrowLegend(segments, state.segment, left, height - 1),
  ];
  const right = width - left - 1;
  const main = width >= LEAST_FOR_BOTH && height >= LEAST_PICTURE ? Math.floor((right - 1) / 2) : right;
  const pages =
    main < right ? pagesOf(allSections(state, card, main), main, height) : withPicture(planned, main, height);
  return {
    pages: pages.length,
    draw: () => {
      const both = beside(legend(), pageBlock(pages, state.segments.page, main, height));
      return main === right ? both : beside(both, pageBlock([pictureOf(state)], 0, right - main - 1, height));
    },
  };
}

/** The list, and under it the card and the picture in turn. */
export function underList(planned: Planned): Plan {
  const { state, width, height } = planned;
  const listed = listHeight(state, height);
  const rest = height - listed;
  const pages = withPicture(planned, width, rest);
  return {
    pages: pages.length,
    draw: () => [...titledList(state, width, listed), ...pageBlock(pages, state.segments.page, width, rest)],
  };
}

/** The list with bars of the sizes, with the profile below it where both fit, then the pages of the card. */
export function oneAtATime({ state, card, width, height }: Planned): Plan {
  const segments = state.result?.segmentation.segments ?? [];
  const profile = profileSection(card, width, state.symbols);
  const listed = 1 + segments.length;
  if (listed + 1 + profile.lines.length <= height) {
    const both: Section = {
      title: listTitle(state, width, segments.length),
      lines: [
        ...segmentList(segments, state.segment, width, segments.length),
        rule(profile.title, width),
        ...profile.lines,
      ],
    };
    const pages = pagesOf([both, ...aboutSections(card, width)], width, height);
    return { pages: pages.length, draw: () => pageBlock(pages, state.segments.page, width, height) };
  }
  const list: Page = (_, room) => ({
    title: listTitle(state, width - PLACE, room),
    lines: segmentList(segments, state.segment, width, room),
  });
  const pages = [list, ...pagesOf(allSections(state, card, width), width, height)];
  return { pages: pages.length, draw: () => pageBlock(pages, state.segments.page, width, height) };
}

/**
 * The card with the picture: under all of it, else under its profile, else under what tells most of it, else on a page of its
 * own, where it has room.
 */
function withPicture({ state, card }: Planned, width: number, height: number): readonly Page[] {
  const picture = pictureOf(state);
  const cards = pagesOf(allSections(state, card, width), width, height);
  if (height < LEAST_PICTURE) return cards;
  const [whole, ...more] = cards;
  const under = more.length === 0 ? over(whole, picture, width, height) : null;
  if (under !== null) return [under];
  const [profile] = pagesOf([profileSection(card, width, state.symbols)], width, height);
  const first = over(profile, picture, width, height);
  if (first !== null) return [first, ...pagesOf(aboutSections(card, width), width, height)];
  const short = overShort(state, card, width, height);
  return short === null ? cards.toSpliced(1, 0, picture) : [short, ...cards];
}

/** The picture under the rows of the profile that tell most; null where there is no room for some of them. */
function overShort(state: State, card: Card, width: number, height: number): Page | null {
  const most = Math.max(FEW_ROWS, Math.floor(height * ROWS_OF_HEIGHT));
  const rowsOver = (picture: number): number => Math.min(most, height - LINES_AROUND_ROWS - picture);
  const [rows, least] =
    rowsOver(ROOM_FOR_PICTURE) >= FEW_ROWS
      ? [rowsOver(ROOM_FOR_PICTURE), ROOM_FOR_PICTURE]
      : [rowsOver(LEAST_PICTURE), LEAST_PICTURE];
  if (rows < FEWEST_ROWS || rows >= card.rows.length) return null;
  const [page] = pagesOf([shortProfileSection(card, rows, width, state.symbols)], width, height);
  return over(page, pictureOf(state), width, height, least);
}

/** One page over another; null where that leaves the lower one too little room. */
function over(
  upper: Page | undefined,
  lower: Page,
  width: number,
  height: number,
  least: number = ROOM_FOR_PICTURE,
): Page | null {
  if (upper === undefined) return null;
  const { title, lines } = upper(width, height - 1);
  const rest = height - 1 - lines.length;
  if (rest < least) return null;
  return () => ({ title, lines: [...lines, ...pageBlock([lower], 0, width, rest)] });
}
