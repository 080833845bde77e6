import { count, counted } from "../../text/number.ts";
import { cellsOf, clipped, quotedName } from "../../text/visible.ts";
import { wrapped } from "../../text/wrapped.ts";
import { withoutOption } from "../columns/note-words.ts";
import { COMFORTABLE } from "../layout.ts";
import type { Message, State } from "../state/state.ts";
import { fit, type Line, line } from "../text/line.ts";
import type { Result } from "../work/protocol.ts";
import { progressLine } from "./progress.ts";
import { prompt } from "./prompt.ts";

/** Said where there is no room for the rest, and for this. */
const CUT = "… (a larger window shows the rest)";
const WIDE = 70;
/** What is said takes so much of the screen at most; an error, which is there for one key press, more of it. */
const MOST_OF_HEIGHT = { info: 0.4, error: 0.7 };
const LEAST_LINES = 3;

/**
 * The lines over the footer of a screen of so many lines, if there is anything to say: a question, what just happened, where
 * the work is, or what is to be known of the data.
 */
export function message(state: State, width: number, height: number): Line[] {
  const { dialog, message: saying } = state;
  const most = Math.max(LEAST_LINES, Math.floor(height * MOST_OF_HEIGHT[saying?.tone ?? "info"]));
  const said =
    saying === null ? [] : paragraph(marked(saying, state.look.reader), width, most, saying.tone === "error");
  switch (dialog.kind) {
    case "asking": {
      const advice = dialog.advice === null ? [] : paragraph(dialog.advice, width, Math.max(1, most - 1 - said.length));
      return [...said, ...advice, prompt(`${dialog.label}:`, dialog.input, width)];
    }
    case "confirming":
      return paragraph(dialog.question, width, most);
    case "none":
    case "help":
    case "palette": {
      if (said.length > 0) return said;
      const working = progressLine(state, width);
      return working === null ? notes(state, width, height) : [working];
    }
    default:
      return dialog satisfies never;
  }
}

/** An error is one without its color too. */
function marked({ tone, text }: Message, reader: boolean): string {
  return tone === "error" ? `${reader ? "Error:" : "!"} ${text}` : text;
}

function paragraph(text: string, width: number, most: number, alarm = false): Line[] {
  const lines = wrapped(text, width - 1);
  const kept = lines.slice(0, most);
  const last = kept.at(-1);
  if (lines.length > most && last !== undefined) {
    const end = width >= WIDE ? CUT : "…";
    kept[most - 1] = `${wrapped(last, width - 2 - cellsOf(end))[0]} ${end}`;
  }
  return kept.map((each) => fit(line(` ${each}`, { alarm, bold: alarm }), width));
}

/**
 * The most important thing to know of the data, and where the rest stands: what is amiss, else what something else is
 * suggested for, else how many rows there are. Where lines are few, only what is amiss.
 */
function notes({ result, screen }: State, width: number, height: number): Line[] {
  if (result === null || screen === "opening") return [];
  const { sentences, shapes } = result.segmentation.notes;
  const [amiss, inShort] = orders(result) ?? leftOut(result) ?? [];
  const note = shapes[0]?.words ?? sentences[0];
  const whole = amiss ?? (height < COMFORTABLE || note === undefined ? undefined : withoutOption(note));
  if (whole === undefined) return [];
  const others = counted(sentences.length - 1, "more note");
  const more = sentences.length < 2 ? "" : `  +${others}${screen === "data" ? "" : " (key 1)"}`;
  const fits = (text: string): boolean => cellsOf(text + more) < width;
  const first = inShort !== undefined && !fits(whole) && fits(inShort) ? inShort : whole;
  const [start = "", ...rest] = wrapped(first, width - 1);
  const lines = wrapped(first + more, width - 1);
  if (lines.length <= (height < COMFORTABLE ? 1 : 2)) return lines.map((each) => fit(line(` ${each}`), width));
  const end = clipped(rest.join(" "), width - 1 - cellsOf(more)) + more;
  return [start, end].map((each) => fit(line(` ${each}`), width));
}

/** What is amiss, and where something of it can be left out, without it. */
type Amiss = readonly [text: string, inShort?: string];

/** That rows seem to be orders: then nothing on the screen is what it seems to be. */
function orders({ segmentation }: Result): Amiss | null {
  const { repeatedCustomers } = segmentation.notes;
  if (repeatedCustomers === null) return null;
  const { column, customers } = repeatedCustomers;
  const some = counted(customers, "customer");
  return [
    `Rows are no customers if they are orders: ${quotedName(column)} names ${some}. kentro rfm makes customers of orders.`,
  ];
}

/** The rows that could not be used, with the first cell at fault, and without it. */
function leftOut({ segmentation }: Result): Amiss | null {
  const { cells, cellCount, count: rows } = segmentation.leftOut;
  if (rows === 0) return null;
  const [first] = cells;
  const where =
    first === undefined ? "" : ` (first: row ${count(first.row)}, ${quotedName(first.column)}, ${what(first.value)})`;
  const inShort = `${counted(rows, "row")} left out: ${counted(cellCount, "cell")} without a number`;
  return [inShort + where, inShort];
}

function what(value: string): string {
  return value === "" ? "no value" : quotedName(value);
}
