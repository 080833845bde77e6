import { cellsOf } from "../../text/visible.ts";
import { wrapped } from "../../text/wrapped.ts";
import type { Action, ActionGroup } from "../actions/action.ts";
import type { ScreenName } from "../state/state.ts";
import { block, cell, fit, type Line, line, rule, span } from "../text/line.ts";
import { hiddenRows } from "../text/window.ts";
import { keyWords } from "./key-words.ts";

/** A column is not narrower than this where there are two. */
const COLUMN = 38;
const GAP = 3;

/** The keys and what they do, from the registry; scrolled by `top` lines. */
export function help(
  groups: readonly ActionGroup[],
  screen: ScreenName,
  { width, height, top }: { readonly width: number; readonly height: number; readonly top: number },
): Line[] {
  const lines = helpLines(groups, screen, width);
  const room = height - 1;
  const start = Math.max(0, Math.min(top, lines.length - room));
  const title = `Keys  ${hiddenRows(start, lines.length, room)}`.trimEnd();
  return [rule(line(title, { bold: true }), width), ...block(lines.slice(start), width, room)];
}

/** The keys for a screen reader: those that do something on this screen, a line each, the keys in words. */
export function readHelp(groups: readonly ActionGroup[], screen: ScreenName): Line[] {
  const heard = ordered(groups, screen).filter((group) => group.screen === screen || group.screen === null);
  const lines = heard.flatMap(({ title, actions }) => [
    `${title}:`,
    ...actions.flatMap((action) => (action.label === null ? [] : [`${keyWords(action.label)}: ${textOf(action)}.`])),
  ]);
  return [...lines, "Other screens have keys of their own; the help there tells them."].map((text) => line(text));
}

/** All of the help, each line `width` cells: a block for each group, that of the screen first, in as many columns as fit. */
export function helpLines(groups: readonly ActionGroup[], screen: ScreenName, width: number): Line[] {
  const listed = ordered(groups, screen);
  const keys = Math.max(...listed.flatMap(({ actions }) => actions.map(({ label }) => cellsOf(label ?? ""))));
  const columns = Math.max(1, Math.floor((width + GAP) / (COLUMN + GAP)));
  const column = Math.floor((width + GAP) / columns) - GAP;
  const blocks = listed.map((group) => groupLines(group, keys, column));
  return acrossColumns(blocks, columns).map((across) =>
    fit(
      across.flatMap((each, index) => [...fit(each, column), span(" ".repeat(index < columns - 1 ? GAP : 0))]),
      width,
    ),
  );
}

/** Those that have keys to tell, that of the screen before the others. */
function ordered(groups: readonly ActionGroup[], screen: ScreenName): readonly ActionGroup[] {
  const own = groups.filter((group) => group.screen === screen);
  const others = groups.filter((group) => group.screen !== screen);
  return [...own, ...others].filter(({ actions }) => actions.some(({ label }) => label !== null));
}

function groupLines({ title, actions }: ActionGroup, keys: number, width: number): Line[] {
  const lines = actions.flatMap((action): Line[] => {
    const { label } = action;
    if (label === null) return [];
    return wrapped(textOf(action), Math.max(1, width - keys - 3)).map((text, index) => [
      span(" "),
      cell(index === 0 ? label : "", keys, { bold: true, accent: true }),
      span(`  ${text}`),
    ]);
  });
  return [line(` ${title}`, { bold: true }), ...lines, []];
}

function textOf({ listed, title }: Action): string {
  return listed ?? title;
}

/** Blocks one below the other, cut into columns of the same length; no heading is the last line of a column. */
function acrossColumns(blocks: readonly Line[][], columns: number): Line[][] {
  const lines = blocks.flat();
  const heads = new Set(blocks.map(([head]) => head));
  const length = Math.ceil(lines.length / columns);
  const cut: Line[][] = [];
  let from = 0;
  for (let column = 0; column < columns; column++) {
    const to = heads.has(lines[from + length - 1]) && from + length < lines.length ? from + length - 1 : from + length;
    cut.push(lines.slice(from, column === columns - 1 ? undefined : to));
    from = to;
  }
  const longest = Math.max(...cut.map((each) => each.length));
  return Array.from({ length: longest }, (_, row) => cut.map((each) => each[row] ?? []));
}
