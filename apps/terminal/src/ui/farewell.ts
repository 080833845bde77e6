import { commandText } from "../command/command-line.ts";
import { visible } from "../text/visible.ts";
import type { Saved, State } from "./state/state.ts";
import type { Settings } from "./work/protocol.ts";

/** What is left on the normal screen: the files that were saved, each with the command that makes it again. */
export function farewell({ saved, source, writing }: State): string {
  const lines = saved.flatMap((each) => [`Saved ${visible(each.path)}`, `  ${commandFor(source ?? "", each)}`]);
  if (writing !== null) lines.push("Saving was stopped: nothing was written.");
  return lines.map((line) => `${line}\n`).join("");
}

/** The command line that segments a source in the same way and writes the same file. */
export function commandFor(source: string, { path, option, settings }: Saved): string {
  const { k, scale } = settings;
  return visible(
    commandText([
      "segment",
      source.startsWith("-") ? `./${source}` : source,
      ...featureOptions(settings),
      ...(k === "auto" ? [] : ["--k", String(k)]),
      ...(scale === "standard" ? [] : ["--scale", scale]),
      ...[option, path],
    ]),
  );
}

// A list is split at commas and trimmed, and "all" means every column: names that would not survive stand alone.
function featureOptions({ features }: Settings): string[] {
  if (features === "default") return [];
  const listed = features.join(",");
  const survives = features.every((name) => name === name.trim() && name !== "" && !name.includes(","));
  if (survives && listed !== "all") return ["--features", listed];
  return features.flatMap((name) => ["--feature", name]);
}
