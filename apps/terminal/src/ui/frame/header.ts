import { count } from "../../text/number.ts";
import { SCREENS } from "../screens/screens.ts";
import { type ScreenName, type State, TABS } from "../state/state.ts";
import { cell, fit, type Line, type Span, span, widthOf } from "../text/line.ts";

const LEAST_FOR_THE_FILE = 20;

/** The first line: which file, how large, which seed, and the tabs. */
export function header(state: State, width: number): Line {
  const all = allTabs(state.screen);
  const tabs = widthOf(all) + LEAST_FOR_THE_FILE <= width ? all : oneTab(state.screen);
  const file = fileName(state.source ?? "kentro");
  const room = Math.max(0, width - widthOf(tabs) - 1);
  const about = aboutFile(state);
  const name = cell(file, Math.max(0, Math.min(Array.from(file).length * 2, room - about.length - 2)));
  const left = fit(
    [span(" "), { ...name, text: name.text.trimEnd(), cells: widthOf([span(name.text.trimEnd())]) }, span(about)],
    room,
  );
  return fit([...left, ...tabs], width);
}

function aboutFile({ opened, result }: State): string {
  if (opened === null) return "";
  const seed = result === null ? "" : `  seed ${result.segmentation.seed}`;
  return `  ${count(opened.table.rows)} × ${opened.table.columns.length}${seed}`;
}

/** A path's last part. */
function fileName(source: string): string {
  return source.split(/[/\\]/).at(-1) ?? source;
}

function allTabs(active: ScreenName): Span[] {
  return TABS.map((screen, index) =>
    span(` ${index + 1} ${SCREENS[screen].title} `, { inverse: screen === active, bold: screen === active }),
  );
}

function oneTab(active: ScreenName): Span[] {
  const index = TABS.map(String).indexOf(active);
  const place = index < 0 ? "" : `${index + 1}/${TABS.length} `;
  return [span(` ${place}${SCREENS[active].title} `, { inverse: true, bold: true })];
}
