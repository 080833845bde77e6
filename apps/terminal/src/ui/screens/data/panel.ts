import type { ColumnChoice } from "@kentro/segments";
import { count } from "../../../text/number.ts";
import { withKey, withoutOption } from "../../columns/note-words.ts";
import type { State } from "../../state/state.ts";
import { type Line, line, rule, span } from "../../text/line.ts";
import { paragraph } from "../../text/paragraph.ts";
import { pendingColumns, pendingSentence } from "./asked/pending.ts";
import { basisOf, columnUnderCursor, type Described, treatmentAsked } from "./asked/taken.ts";
import { MISSING_RULES, MOST_CATEGORIES, missingRule, SCALES } from "./asked/words.ts";

/** Below this width the choices stand under their label. */
const LEAST_FOR_A_LABEL = 46;
const LEAST_FOR_ALL = 34;

/** What is said beside the list: what waits, why the column was taken or left, the settings, and all notes on the data. */
export function panelLines(state: State, width: number): Line[] {
  const described = columnUnderCursor(state);
  const waiting = pendingSentence(state);
  return [
    ...(waiting === null ? [] : paragraph(waiting, width, { bold: true })),
    ...(described === null ? [] : columnWords(state, described).flatMap((text) => paragraph(text, width))),
    ...settings(state, width),
    ...notes(state, width),
  ];
}

/** Why a column was taken or left, and what is odd about its shape with the key that does something about it. */
export function columnWords(state: State, { column, facts }: Described): string[] {
  const { result, opened } = state;
  const chosen = result?.segmentation.choice ?? opened?.choice;
  const choice = chosen?.columns.find((each) => each.column === column.name);
  const shape = result?.segmentation.notes.shapes.find((each) => each.column === column.name);
  const isPast = result !== null && pendingColumns(state).has(column.name);
  const isPreset = chosen?.by === "name" && (result?.settings ?? state.settings).features === "default";
  const why = choice === undefined ? "" : isPreset ? (presetWords(choice) ?? choice.words) : choice.words;
  const words = choice === undefined ? [] : [`${isPast ? "In what is shown: " : ""}${why}.`];
  const isCategory = facts.type === "text" && facts.distinct > 1 && facts.distinct <= MOST_CATEGORIES;
  if (isCategory && treatmentAsked(state, column.name).use === "left") words.push("Space takes it as a category.");
  if (shape !== undefined && !(shape.suggestion === "log" && state.settings.log.includes(column.name))) {
    words.push(`${withoutOption(shape.words)} ${CURES[shape.suggestion]}`);
  }
  if ("sampled" in facts && facts.sampled !== null) {
    words.push(`Its median and quartiles (~) are those of ${count(facts.sampled)} rows all over the file.`);
  }
  return words;
}

/** Why the preset of the sample takes or leaves a column that nobody has asked about. */
function presetWords({ column, reason }: ColumnChoice): string | null {
  if (reason === "asked") return `${column} taken: one of the two that the textbooks take for this sample`;
  return reason === "not-asked" ? `${column} left out: the textbooks do without it for this sample` : null;
}

const CURES = {
  log: "L takes it.",
  robust: "s comes to it.",
  clip: "The command line can do that; of the scalings (s), robust comes near.",
} as const;

function settings(state: State, width: number): Line[] {
  const { settings: asked, look } = state;
  const basis = basisOf(state);
  const scale = SCALES.find((each) => each.scale === asked.scale) ?? SCALES[0]!;
  const rule = missingRule(asked);
  const changed = (differs: boolean): string => (differs ? "*" : " ");
  const scaleDiffers = basis !== null && basis.settings.scale !== asked.scale;
  const ruleDiffers = basis !== null && missingRule(basis.settings) !== rule;
  return [
    ...choiceLines(
      `s scaling${changed(scaleDiffers)}`,
      SCALES.map((each) => each.scale),
      asked.scale,
      { width, reader: look.reader },
    ),
    ...paragraph(scale.words, width),
    ...choiceLines(
      `M missing${changed(ruleDiffers)}`,
      MISSING_RULES.map((each) => each.name),
      rule.name,
      { width, reader: look.reader },
    ),
    ...paragraph(rule.words, width),
  ];
}

/** The choices in a row, the chosen one in brackets and in inverse video; where they do not fit, the chosen one alone. */
function choiceLines(
  label: string,
  names: readonly string[],
  chosen: string,
  { width, reader }: { readonly width: number; readonly reader: boolean },
): Line[] {
  if (reader) {
    const others = names.filter((name) => name !== chosen);
    return [line(` ${label.trim()}: ${chosen}, not ${others.join(", ")}`)];
  }
  const title = span(` ${label} `, { bold: true });
  const spans = (width < LEAST_FOR_ALL ? [chosen] : names).map((name) => {
    return name === chosen ? span(`[${name}]`, { inverse: true, bold: true }) : span(` ${name} `);
  });
  const isWide = width >= LEAST_FOR_A_LABEL || width < LEAST_FOR_ALL;
  return isWide ? [[title, ...spans]] : [[title], [span(" "), ...spans]];
}

function notes({ result }: State, width: number): Line[] {
  const sentences = result?.segmentation.notes.sentences ?? [];
  if (sentences.length === 0) return [];
  return [rule(line("Notes on the data"), width), ...sentences.flatMap((text) => paragraph(withKey(text), width))];
}
