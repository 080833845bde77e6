import { columnList, columnName } from "../../../command/arguments/column-names.ts";
import { editText } from "../../../command/arguments/edit.ts";
import { commandText } from "../../../command/command-line.ts";
import type { Settings } from "../protocol.ts";
import type { Saved } from "./protocol.ts";

type Written = Pick<Saved, "option" | "shown">;

/** The command line that finds the same segments of a source and writes the same files, ready to be pasted. */
export function commandFor(source: string, settings: Settings, outputs: readonly Written[]): string {
  return commandText(commandArguments(source, settings, outputs));
}

/** The same as a shell takes it apart: what is the default is not said. */
export function commandArguments(source: string, settings: Settings, outputs: readonly Written[]): string[] {
  const { categorical, scale, log, weights, missing, k, seed, edits } = settings;
  return [
    ...["segment", source.startsWith("-") ? `./${source}` : source],
    ...featureArguments(settings),
    ...(categorical.length === 0 ? [] : ["--categorical", columnList(categorical)]),
    ...(scale === "standard" ? [] : ["--scale", scale]),
    ...(log.length === 0 ? [] : ["--log", columnList(log)]),
    ...Object.entries(weights).flatMap(([name, weight]) => ["--weight", `${columnName(name)}=${weight}`]),
    ...(missing.join() === "drop" ? [] : ["--missing", missing.join()]),
    ...(k === "auto" ? [] : ["--k", String(k)]),
    ...(seed === 0 ? [] : ["--seed", String(seed)]),
    ...edits.flatMap((edit) => ["--edit", editText(edit)]),
    ...outputs.flatMap(({ option, shown }) => [option, shown]),
  ];
}

// "all" in a list means every column, and names that a list has in quotes are easier to read one by one.
function featureArguments({ features, categorical }: Settings): string[] {
  if (features === "default") return [];
  // No numbers at all cannot be said, but that a category is a feature can, and changes nothing.
  const named = features.length === 0 ? categorical.slice(0, 1) : features;
  const listed = columnList(named);
  if (listed === named.join() && listed !== "all") return ["--features", listed];
  return named.flatMap((name) => ["--feature", name]);
}
