import { visible } from "../../../text/visible.ts";
import { wrapped } from "../../../text/wrapped.ts";
import type { State } from "../../state/state.ts";
import { block, type Line, line, rule, span } from "../../text/line.ts";
import type { Room } from "../screen.ts";
import { commandOf, type Item, itemsOf } from "./items.ts";
import { itemList } from "./list.ts";

/** Lines that the title of a part takes. */
const TITLE = 1;
const INDENT = "  ";

/** What can be written and where, what is under the cursor, and the command line that does the same. */
export function exportView(state: State, { width, height }: Room): Line[] {
  const command = commandOf(state);
  if (command === null) return block([], width, height);
  const items = itemsOf(state);
  const list = itemList(items, state.export.cursor, width, state.look.reader);
  const item = items[state.export.cursor]!;
  const commandLines = wrapped(visible(command), width - 2, INDENT);
  const about = wrapped(aboutItem(item), width - 2);
  const titled = titles(state, item, width);
  const free = height - list.length;
  // Without room for all of it titles go first, then what is said of the item but for what is wrong with it.
  const roomy = free >= commandLines.length + about.length + 3 * TITLE;
  const fault = wrapped(item.place?.fault ?? "", width - 2).filter((text) => text !== "");
  const said = roomy ? about : fault;
  const commandTitle = roomy || free > said.length + commandLines.length ? [titled.command] : [];
  return block(
    [
      ...(roomy ? [titled.list] : []),
      ...list,
      ...(roomy ? [titled.item] : []),
      ...said.map((text) => line(` ${text}`)),
      ...commandTitle,
      ...commandLines.map((text) => line(` ${text}`)),
    ],
    width,
    height,
  );
}

function titles(state: State, { title }: Item, width: number): Readonly<Record<"list" | "item" | "command", Line>> {
  const { segmentation } = state.result!;
  const titled = (text: string): Line =>
    state.look.reader ? line(` ${text}`, { bold: true }) : rule(line(text), width);
  const segments = `${segmentation.k} ${segmentation.k === 1 ? "segment" : "segments"}`;
  return {
    list: titled(`What w writes of the ${segments}`),
    item: state.look.reader ? titled(title) : rule([span(title, { bold: true })], width),
    command: titled("The same from the command line (y copies it)"),
  };
}

/** What an item holds, where it goes, and what is wrong with that. */
function aboutItem({ holds, place }: Item): string {
  const where = place === null ? "" : ` ${place.fault ?? `Written to ${visible(place.full)}`}`;
  return `${holds}${where}`;
}
