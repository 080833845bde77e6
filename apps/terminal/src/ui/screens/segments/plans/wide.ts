import { beside, type Line } from "../../../text/line.ts";
import { elbowPicture } from "../../elbow/picture.ts";
import { profileSection } from "../card/sections.ts";
import { pageBlock, pagesOf } from "../pages.ts";
import { pictureOf } from "../picture/picture.ts";
import { aboutSections, allSections, listHeight, titledList } from "./parts.ts";
import type { Plan, Planned } from "./plan.ts";

const LEAST_CURVE = 12;
const MOST_CURVE = 18;
/** Of the height of its pane. */
const CURVE = 0.35;

/** List and profile; the picture, and the curve where there is room; who they are and what to do. */
export function threePanes({ state, card, width, height }: Planned): Plan {
  const left = Math.floor(width * 0.31);
  const right = Math.floor(width * 0.29);
  const middle = width - left - right - 2;
  const listed = listHeight(state, height);
  const { page } = state.segments;
  const profile = pagesOf([profileSection(card, left, state.symbols)], left, height - listed);
  const about = pagesOf(aboutSections(card, right), right, height);
  return {
    pages: Math.max(profile.length, about.length),
    draw: () => {
      const who = [...titledList(state, left, listed), ...pageBlock(profile, page, left, height - listed)];
      const pictures = picturePane({ state, card, width: middle, height });
      return beside(beside(who, pictures), pageBlock(about, page, right, height));
    },
  };
}

/** List and card, and the picture. */
export function twoPanes({ state, card, width, height }: Planned): Plan {
  const left = Math.floor((width - 1) * 0.48);
  const listed = listHeight(state, height);
  const pages = pagesOf(allSections(state, card, left), left, height - listed);
  return {
    pages: pages.length,
    draw: () => {
      const shown = pageBlock(pages, state.segments.page, left, height - listed);
      const picture = pageBlock([pictureOf(state)], 0, width - left - 1, height);
      return beside([...titledList(state, left, listed), ...shown], picture);
    },
  };
}

function picturePane({ state, width, height }: Planned): Line[] {
  const wanted = Math.min(MOST_CURVE, Math.floor(height * CURVE));
  const curve = state.curve === null || wanted < LEAST_CURVE ? 0 : wanted;
  const picture = pageBlock([pictureOf(state)], 0, width, height - curve);
  return curve === 0 ? picture : [...picture, ...elbowPicture(state, width, curve)];
}
