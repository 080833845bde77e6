import type { FeatureChoice } from "../columns/choice.ts";
import type { LeftOut } from "../columns/left-out.ts";
import { counted } from "../counted.ts";
import type { SavedFeature } from "../model/saved-feature.ts";
import type { Scale } from "../statistics/scale.ts";
import type { DataNotes } from "./notes.ts";
import type { Treated } from "./treatment.ts";
import { listed, plain } from "./words.ts";

/** What the sentences of data notes are made of. */
export interface Noted extends Omit<DataNotes, "sentences"> {
  readonly rowsRead: number;
  readonly rows: number;
  readonly leftOut: LeftOut;
  /** What the reader of the table has to say. */
  readonly reading: readonly string[];
  readonly treated: readonly Treated[];
  readonly clip: readonly [number, number] | null;
  readonly scale: Scale;
  /** Features that say what another one says: "spend_eur is spend times 1.1". */
  readonly copies: readonly string[];
  readonly choice: FeatureChoice;
  /** The column that names customers. */
  readonly id: string | null;
}

const SCALED: Readonly<Record<Scale, string>> = {
  standard: "Numbers are scaled to mean 0 and standard deviation 1.",
  minmax: "Numbers are scaled to the range from 0 to 1.",
  robust: "Numbers are scaled to median 0 and interquartile range 1.",
  none: "Numbers are not scaled.",
};

/** Everything to know of the data, most important first. No cell is quoted: reports say it to others. */
export function sentences(noted: Noted): readonly string[] {
  const { reading, shapes, copies, treated, scale } = noted;
  return [
    rowsSentence(noted),
    ...ordersSentences(noted),
    ...reading,
    ...treated.flatMap((each) => changedSentences(each, noted.clip)),
    ...takenSentences(treated.map(({ feature }) => feature)),
    ...(treated.some(({ feature }) => feature.type === "numeric") ? [SCALED[scale]] : []),
    ...leftSentences(noted.choice),
    ...copies.map((copy) => `${copy}, so that it counts twice.`),
    ...shapes.map(({ words }) => words),
    ...repeatSentences(noted),
  ];
}

function rowsSentence({ rowsRead, rows, leftOut }: Noted): string {
  const read = `${counted(rowsRead, "row")} read`;
  const { count } = leftOut;
  if (count === 0) return `${read}, all used.`;
  const used = `${rows.toLocaleString("en-US")} used, ${count.toLocaleString("en-US")} left out`;
  return `${read}, ${used} because a value that is needed is missing or unreadable.`;
}

function ordersSentences({ repeatedCustomers, rowsRead }: Noted): string[] {
  if (repeatedCustomers === null) return [];
  const { column, customers } = repeatedCustomers;
  const [some, all] = [customers.toLocaleString("en-US"), rowsRead.toLocaleString("en-US")];
  return [
    `${plain(column)} names ${some} customers in ${all} rows: each row is segmented as a customer of its own; if they are orders, kentro rfm makes customers of them.`,
  ];
}

function changedSentences({ feature, replaced, unreadable, clipped }: Treated, clip: Noted["clip"]): string[] {
  const name = plain(feature.name);
  if (feature.type === "category") {
    if (replaced === 0) return [];
    return [
      `${counted(replaced, "row")} without ${name} ${replaced === 1 ? "is a category of its" : "are a category of their"} own.`,
    ];
  }
  const said: string[] = [];
  if (replaced > 0 && feature.missing !== null) {
    said.push(
      `${counted(replaced, unreadable ? "missing or unreadable value" : "missing value")} of ${name} became its median, ${shown(feature.missing)}.`,
    );
  }
  if (feature.clip !== null && clip !== null) {
    const { low, high } = feature.clip;
    const ends = `${shown(low)} and ${shown(high)} (its quantiles ${clip[0]} and ${clip[1]})`;
    said.push(`${name} is clipped at ${ends}: ${counted(clipped, "value")} changed.`);
  }
  return said;
}

function takenSentences(recipe: readonly SavedFeature[]): string[] {
  const names = (features: readonly SavedFeature[]): string => listed(features.map(({ name }) => name));
  const said = [`Clustered by ${names(recipe)}.`];
  const logged = recipe.filter((feature) => feature.type === "numeric" && feature.log);
  const yesNo = recipe.filter((feature) => feature.type === "numeric" && feature.yesNo);
  const categories = recipe.filter(({ type }) => type === "category");
  if (logged.length > 0) said.push(`By their logarithm ln(1 + x): ${names(logged)}.`);
  if (yesNo.length > 0) said.push(`Yes counts as 1 and no as 0 in ${names(yesNo)}.`);
  if (categories.length > 0) said.push(`By their categories: ${names(categories)}.`);
  for (const { name, weight } of recipe) {
    if (weight !== 1) said.push(`${plain(name)} counts ${weight} times in squared distances.`);
  }
  return said;
}

/** Columns that are left out for the same reason share a sentence. */
function leftSentences({ columns }: FeatureChoice): string[] {
  const reasons = new Map<string, string[]>();
  for (const { column, taken, words } of columns) {
    if (taken) continue;
    const reason = words.slice(`${plain(column)} left out: `.length);
    reasons.set(reason, [...(reasons.get(reason) ?? []), column]);
  }
  return Array.from(reasons, ([reason, names]) => `${listed(names)} left out: ${reason}.`);
}

function repeatSentences({ repeatedIds, repeatedRows, id }: Noted): string[] {
  const said: string[] = [];
  if (repeatedIds !== null && repeatedIds > 0 && id !== null) {
    said.push(
      `${counted(repeatedIds, "row")} ${repeatedIds === 1 ? "has" : "have"} a ${plain(id)} that an earlier row has: a customer may be counted twice.`,
    );
  }
  if (repeatedRows === null) {
    said.push(
      "Rows that are the same were not counted: the columns hold too few different values to tell so many apart.",
    );
  } else if (repeatedRows > 0) {
    said.push(
      `${counted(repeatedRows, "row")} ${repeatedRows === 1 ? "is" : "are"} the same as an earlier row in every column but identifiers.`,
    );
  }
  return said;
}

function shown(value: number): string {
  return String(Number(value.toPrecision(6)));
}
