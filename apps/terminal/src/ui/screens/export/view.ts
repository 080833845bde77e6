import { visible } from "../../../text/visible.ts";
import { wrapped } from "../../../text/wrapped.ts";
import type { State } from "../../state/state.ts";
import { block, type Line, line, rule } from "../../text/line.ts";
import { paragraph } from "../../text/paragraph.ts";
import type { Room } from "../screen.ts";
import { commandOf, type Item, itemsOf } from "./items.ts";
import { itemList } from "./list.ts";

const COMMAND_INDENT = "  ";

/** What can be written and where, what is under the cursor, and the command line that does the same. */
export function exportView(state: State, { width, height }: Room): Line[] {
  const command = commandOf(state);
  if (command === null) return block(paragraph("Segments are written here once they are found.", width), width, height);
  const items = itemsOf(state);
  const item = items[state.export.cursor]!;
  const { reader } = state.look;
  const title = (text: string): Line => titleOf(text, width, reader);
  const list = itemList(items, state.export.cursor, { width, height, reader });
  const commandTitle = title("The same from the command line (y copies it)");
  const commandLines = wrapped(visible(command), width - 2, COMMAND_INDENT).map((text) => line(` ${text}`));
  const fault = paragraph(item.place?.fault ?? "", width, { alarm: true, bold: true });
  const { k } = state.result!.segmentation;
  const whole = [
    [title(`What w writes of the ${k === 1 ? "one segment" : `${k} segments`}`), ...list],
    [title(item.title), ...paragraph(item.holds, width), ...placeLines(item, width), ...fault],
    [commandTitle, ...commandLines],
  ];
  const apart = whole.flatMap((part, index) => (index === 0 ? part : [[], ...part]));
  // The command is what can be read nowhere else, and what is wrong must be read first.
  const narrow = [...list, ...fault, commandTitle, ...commandLines];
  const ways = [apart, whole.flat(), narrow];
  const lines = ways.find((way) => way.length <= height) ?? [...list, ...fault, ...commandLines];
  return block(lines, width, height);
}

function titleOf(text: string, width: number, reader: boolean): Line {
  return reader ? line(text, { bold: true }) : rule(line(text, { bold: true }), width);
}

/** Where the item goes, in full, and what is there. */
function placeLines({ place, status }: Item, width: number): Line[] {
  if (place === null || place.fault !== null) return [];
  return paragraph(`To ${visible(place.full)} (${status})`, width);
}
