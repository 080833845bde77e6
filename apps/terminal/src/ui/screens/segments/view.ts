import { count } from "../../../text/number.ts";
import type { State } from "../../state/state.ts";
import { beside, block, type Line, line, rule, span } from "../../text/line.ts";
import { elbowPicture } from "../elbow/picture.ts";
import type { Room } from "../screen.ts";
import { segmentList } from "./list.ts";
import { picture } from "./picture.ts";
import { profile, profileHeight } from "./profile.ts";

const LEAST_PICTURE = 10;
const MOST_CURVE = 26;

/** Who the segments are: the list, the profile of the selected one, and where there is room the scatter. */
export function segmentsView(state: State, { width, height, panes }: Room): Line[] {
  if (state.result === null) return block([], width, height);
  switch (panes) {
    case "one":
      return onePane(state, width, height);
    case "stacked":
      return stacked(state, width, height);
    case "columns":
      return columns(state, width, height);
    default:
      return panes satisfies never;
  }
}

function onePane(state: State, width: number, height: number): Line[] {
  const { segmentation } = state.result!;
  const { segments } = segmentation;
  const listed = Math.min(segments.length, height > 8 ? Math.floor(height / 2) : height);
  const rest = height - listed;
  const list = segmentList(segments, state.segment, width, listed);
  if (rest <= 2) return block([...list, ...profileOf(state, width, rest)], width, height);
  const whole = profileHeight(segments[state.segment]!, segmentation) + 1;
  const drawn = rest - whole >= LEAST_PICTURE ? rest - whole : 0;
  return block(
    [
      ...list,
      profileTitle(state, width, listed),
      ...profileOf(state, width, rest - drawn - 1),
      ...(drawn > 0 ? picture(state, width, drawn) : []),
    ],
    width,
    height,
  );
}

function stacked(state: State, width: number, height: number): Line[] {
  const { segments } = state.result!.segmentation;
  const listed = Math.min(segments.length, Math.max(5, Math.floor(height / 3)));
  const below = height - listed - 1;
  const left = Math.floor((width - 1) * 0.56);
  const lower = beside(
    [profileTitle(state, left, listed), ...profileOf(state, left, below - 1)],
    picture(state, width - left - 1, below),
  );
  return [listTitle(state, width), ...segmentList(segments, state.segment, width, listed), ...lower];
}

function columns(state: State, width: number, height: number): Line[] {
  const { segments } = state.result!.segmentation;
  const left = Math.floor((width - 1) * 0.48);
  const listed = Math.min(segments.length, Math.floor(height / 3));
  const { segmentation } = state.result!;
  const wanted = profileHeight(segmentation.segments[state.segment]!, segmentation) + 1;
  const rest = height - listed - 2;
  const curve = rest - wanted >= LEAST_PICTURE && state.curve !== null ? Math.min(rest - wanted, MOST_CURVE) : 0;
  const column = [
    listTitle(state, left),
    ...segmentList(segments, state.segment, left, listed),
    profileTitle(state, left, listed),
    ...profileOf(state, left, rest - curve),
    ...(curve > 0 ? elbowPicture(state, left, curve) : []),
  ];
  return beside(block(column, left, height), picture(state, width - left - 1, height));
}

function listTitle(state: State, width: number): Line {
  const { features, rows } = state.result!.segmentation;
  return rule(line(`${count(rows)} customers by ${features.join(", ")}`), width);
}

/** Which segment the profile is of; its place among all where the list shows only `listed` of them. */
function profileTitle(state: State, width: number, listed: number): Line {
  const { segments } = state.result!.segmentation;
  const { id, letter, name } = segments[state.segment]!;
  const place = listed < segments.length ? `${id + 1} of ${segments.length}  ` : "";
  return rule([span(place), span(letter, { segment: id, bold: true }), span(" "), span(name, { bold: true })], width);
}

function profileOf(state: State, width: number, height: number): Line[] {
  const { segmentation } = state.result!;
  return profile(segmentation.segments[state.segment]!, segmentation, width, height);
}
