import { fileName } from "../../text/file-name.ts";
import { count } from "../../text/number.ts";
import { cellsOf, visible } from "../../text/visible.ts";
import { SCREENS } from "../screens/screens.ts";
import { type ScreenName, type State, TABS } from "../state/state.ts";
import { cell, fit, type Line, type Span, span, widthOf } from "../text/line.ts";

/** The file's name gives way to the tabs down to so many cells. */
const LEAST_FOR_THE_FILE = 8;

/** The first line: which file, how large, which seed, and the tabs. */
export function header(state: State, width: number): Line {
  const all = allTabs(state);
  const tabs = widthOf(all) + LEAST_FOR_THE_FILE <= width ? all : oneTab(state.screen);
  return fit([...file(state, Math.max(0, width - widthOf(tabs))), ...tabs], width);
}

/** The file and what is known of it: where there is no room the seed goes first, then the size, then a part of the name. */
function file(state: State, width: number): Line {
  const name = visible(fileName(state.source ?? "kentro"));
  const about = aboutFile(state);
  const known = [about.join("  "), ...about.slice(0, 1), ""].find(
    (text) => 2 + cellsOf(name) + cellsOf(text) + 2 <= width,
  );
  const text = known ? `${name}  ${known}` : name;
  return fit([span(" "), cell(text, Math.max(0, width - 2)), span(" ")], width);
}

function aboutFile({ opened, result }: State): readonly string[] {
  if (opened === null) return [];
  const size = `${count(opened.table.rows)} × ${opened.table.columns.length}`;
  return result === null ? [size] : [size, `seed ${result.segmentation.seed}`];
}

/** The tabs, and the title of a screen that has none. Without a table there is nothing to go to. */
function allTabs({ screen, source }: State): Line {
  const tabs =
    source === null ? [] : TABS.map((each, index) => tab(`${index + 1} ${SCREENS[each].title}`, each === screen));
  return hasTab(screen) ? tabs : [...tabs, tab(SCREENS[screen].title, true)];
}

function oneTab(screen: ScreenName): Line {
  const place = hasTab(screen) ? `${TABS.map(String).indexOf(screen) + 1}/${TABS.length} ` : "";
  return [tab(`${place}${SCREENS[screen].title}`, true)];
}

function tab(text: string, active: boolean): Span {
  return span(` ${text} `, { inverse: active, bold: active });
}

function hasTab(screen: ScreenName): boolean {
  return TABS.some((each) => each === screen);
}
