import { wrapped } from "../../text/wrapped.ts";
import { GROUPS } from "../actions/actions.ts";
import { choices } from "../actions/palette.ts";
import { COMFORTABLE, dialogHeight, type Layout, layoutOf } from "../layout.ts";
import { SCREENS } from "../screens/screens.ts";
import type { State } from "../state/state.ts";
import { block, fit, type Line, line } from "../text/line.ts";
import { footer } from "./footer.ts";
import { header } from "./header.ts";
import { headline } from "./headline.ts";
import { help } from "./help.ts";
import { message } from "./message.ts";
import { palette } from "./palette.ts";
import { prompt } from "./prompt.ts";

/** So many lines at most say what is shown, one for each so many lines of the screen. */
const MOST_HEADLINES = 4;
const LINES_FOR_A_HEADLINE = 7;

/** The whole screen: at most rows - 1 lines, each of exactly the layout's width. */
export function frame(state: State): Line[] {
  const layout = layoutOf(state.size);
  if (layout.kind === "sentence") return sentence(state, layout);
  const { width, height } = layout;
  const over = overlay(state, width, dialogHeight(layout));
  if (over !== null) return block([header(state, width), ...over, footer(state, width)], width, height);
  const roomy = height >= COMFORTABLE;
  const top = [
    header(state, width),
    ...headlines(state, width, Math.min(MOST_HEADLINES, Math.floor(height / LINES_FOR_A_HEADLINE))),
  ];
  const said = message(state, width, height);
  const bottom = [...(roomy && said.length === 0 ? [[]] : said), footer(state, width)];
  const bodyHeight = Math.max(0, height - top.length - bottom.length);
  return block([...top, ...body(state, layout, bodyHeight), ...bottom], width, height);
}

function sentence({ size }: State, { width, height }: Layout): Line[] {
  const text = `${size.columns}x${size.rows} is too small to draw in: make the window larger, or press q.`;
  return block(
    wrapped(text, width).map((each) => line(each)),
    width,
    Math.min(height, 4),
  );
}

/** What covers a screen: help, or the actions by name with the line that is typed below them. */
function overlay(state: State, width: number, height: number): Line[] | null {
  const { dialog, screen } = state;
  switch (dialog.kind) {
    case "help":
      return help(GROUPS, screen, { width, height, top: dialog.top });
    case "palette": {
      const listed = palette(choices(state, GROUPS), dialog.cursor, {
        ...{ width, height: height - 1, reader: state.look.reader },
      });
      return [...listed, prompt(":", dialog.input, width)];
    }
    case "none":
    case "asking":
    case "confirming":
      return null;
    default:
      return dialog satisfies never;
  }
}

function headlines(state: State, width: number, most: number): Line[] {
  const lines = wrapped(headline(state), width - 1);
  const kept = lines.slice(0, most);
  if (lines.length > most) kept[most - 1] += " …";
  return kept.map((text) => fit(line(` ${text}`, { bold: true }), width));
}

function body(state: State, layout: Layout & { kind: "screen" }, height: number): Line[] {
  const { width } = layout;
  // A line that holds two things side by side is read aloud as one.
  const panes = state.look.reader ? "one" : layout.panes;
  const hasMore = state.screen === "opening" || (state.screen === "data" && state.opened !== null);
  if (state.result === null && state.failure !== null && !hasMore) return failure(state.failure, width, height);
  return SCREENS[state.screen].view(state, { width, height, panes });
}

function failure(text: string, width: number, height: number): Line[] {
  const lines = [...wrapped(text, width - 2), "", "r tries again, O opens another table, q quits."];
  return block([[], ...lines.map((each) => line(` ${each}`))], width, height);
}
