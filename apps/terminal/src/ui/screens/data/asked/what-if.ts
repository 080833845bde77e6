import { counted, weightText } from "../../../../text/number.ts";
import { quotedName } from "../../../../text/visible.ts";
import { changed } from "../../../state/run.ts";
import type { State } from "../../../state/state.ts";
import { type Step, saying, still } from "../../../state/step.ts";
import type { Settings } from "../../../work/protocol.ts";
import { columnUnderCursor, type Described, defaultNumbers, numbersAsked, treatmentAsked } from "./taken.ts";
import { MISSING_RULES, MOST_CATEGORIES, missingRule, SCALES } from "./words.ts";

const LARGEST_WEIGHT = 8;

/** The next way of scaling, for the next run. */
export function nextScale(state: State): Step {
  const now = SCALES.findIndex(({ scale }) => scale === state.settings.scale);
  const { scale } = SCALES[(now + 1) % SCALES.length]!;
  return changed(state, { scale }, `scaling ${scale}`, "later");
}

/** The next rule about missing values, for the next run. */
export function nextMissing(state: State): Step {
  const { name, missing } = MISSING_RULES[(MISSING_RULES.indexOf(missingRule(state.settings)) + 1) % 4]!;
  return changed(state, { missing }, `missing values ${name}`, "later");
}

/** The column under the cursor taken or left, for the next run: numbers as such, text as categories. */
export function toggled(state: State): Step {
  const described = columnUnderCursor(state);
  const numbers = numbersAsked(state);
  if (described === null) return still(state);
  const { name } = described.column;
  const { use } = treatmentAsked(state, name);
  if (use === "left") return taken(state, described, numbers);
  const { categorical } = state.settings;
  if (numbers.length + categorical.length < 2) {
    return still(saying(state, `${quotedName(name)} is the only column taken: take another one first.`));
  }
  const without = (names: readonly string[]): readonly string[] => names.filter((each) => each !== name);
  const { [name]: _, ...weights } = state.settings.weights;
  const change = { categorical: without(categorical), log: without(state.settings.log), weights };
  const features = use === "number" ? featuresOf(state, without(numbers)) : state.settings.features;
  return changed(state, { ...change, features }, `${quotedName(name)} left out`, "later");
}

function taken(state: State, described: Described, numbers: readonly string[]): Step {
  const { name } = described.column;
  const why = refusal(described);
  if (why !== null) return still(saying(state, `${quotedName(name)} ${why}`));
  const order = state.opened?.table.columns.map((each) => each.name) ?? [];
  const withIt = (names: readonly string[]): readonly string[] =>
    order.filter((each) => each === name || names.includes(each));
  if (described.column.type === "text") {
    const categorical = withIt(state.settings.categorical);
    return changed(state, { categorical }, `${quotedName(name)} taken as a category`, "later");
  }
  return changed(state, { features: featuresOf(state, withIt(numbers)) }, `${quotedName(name)} taken`, "later");
}

/** The numbers as a setting: those of the default are the default. */
function featuresOf(state: State, numbers: readonly string[]): Settings["features"] {
  const usual = defaultNumbers(state);
  const same = usual.length === numbers.length && usual.every((name) => numbers.includes(name));
  return same ? "default" : numbers;
}

/** Why a column cannot be clustered by; null where it can. */
function refusal({ facts }: Described): string | null {
  switch (facts.type) {
    case "numeric":
      if (facts.distinct === 0) return "holds no number.";
      return facts.distinct === 1 ? "is the same in every row: it tells no customers apart." : null;
    case "text": {
      if (facts.distinct === 0) return "is empty.";
      if (facts.distinct === 1) return "is the same in every row: it tells no customers apart.";
      if (facts.distinct <= MOST_CATEGORIES) return null;
      return `holds ${counted(facts.distinct, "different text")}: as a category it may have ${MOST_CATEGORIES}.`;
    }
    case "date":
      return "holds dates: days since one of them, as a column of the file, would be a number to cluster by.";
    case "identifier":
      return `holds too many different texts: as a category it may have ${MOST_CATEGORIES}.`;
    default:
      return facts satisfies never;
  }
}

/** The logarithm of the column under the cursor, or not, for the next run. */
export function logged(state: State): Step {
  const described = columnUnderCursor(state);
  if (described === null) return still(state);
  const { column, facts } = described;
  const name = quotedName(column.name);
  const { use, log } = treatmentAsked(state, column.name);
  if (facts.type !== "numeric") return still(saying(state, `${name} holds no numbers: there is no logarithm.`));
  if (use === "left") return still(saying(state, `${name} is not taken: Space takes it, then L its logarithm.`));
  const { settings } = state;
  if (log) {
    const without = settings.log.filter((each) => each !== column.name);
    return changed(state, { log: without }, `${name} without logarithm`, "later");
  }
  if (facts.low <= -1) {
    const least = `the least is ${facts.low}`;
    return still(saying(state, `${name} has values of -1 or less (${least}), which have no logarithm ln(1 + x).`));
  }
  return changed(state, { log: [...settings.log, column.name] }, `logarithm of ${name}`, "later");
}

/** The weight of the column under the cursor doubled or halved, for the next run. */
export function weighted(state: State, times: 2 | 0.5): Step {
  const described = columnUnderCursor(state);
  if (described === null) return still(state);
  const { name } = described.column;
  const { use, weight } = treatmentAsked(state, name);
  if (use === "left") {
    return still(saying(state, `${quotedName(name)} is not taken: Space takes it, then < and > weigh it.`));
  }
  const next = weight * times;
  if (next > LARGEST_WEIGHT || next < 1 / LARGEST_WEIGHT) {
    const end = times > 1 ? "the most" : "the least";
    return still(saying(state, `${weightText(weight)} is ${end} that a column can be weighed here.`));
  }
  const { [name]: _, ...others } = state.settings.weights;
  const weights = next === 1 ? others : { ...others, [name]: next };
  return changed(state, { weights }, `${quotedName(name)} ${weightText(next)}`, "later");
}
