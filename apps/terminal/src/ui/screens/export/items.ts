import { isDeepStrictEqual } from "node:util";
import { counted } from "../../../text/number.ts";
import { sizeWords } from "../../../text/size.ts";
import type { State } from "../../state/state.ts";
import { commandFor } from "../../work/export/command.ts";
import type { OutputOption, Place } from "../../work/export/protocol.ts";
import { suggestedPath } from "./suggested.ts";

/** Something that can be written, as the screen shows it. */
export interface Item {
  readonly option: OutputOption;
  readonly title: string;
  /** What it is, in a few words. */
  readonly words: string;
  /** What it holds and what for. */
  readonly holds: string;
  readonly ticked: boolean;
  /** Where to, as typed or suggested. */
  readonly path: string;
  /** What was seen there; null while nobody has looked. */
  readonly place: Place | null;
  /** How it stands, in a word or two: "new", "saved, 8.4 kB". */
  readonly status: string;
}

const KINDS: readonly Pick<Item, "option" | "title" | "words" | "holds">[] = [
  {
    ...{ option: "--out", title: "Labels", words: "every row with its segment" },
    holds:
      "Every row and column of the table, with segment and segment_name added. CSV, or what the path ends in: .tsv, .parquet, .csv.gz.",
  },
  {
    ...{ option: "--model", title: "Model", words: "to label other customers by" },
    holds: "The segmentation as JSON, to put other customers into the same segments: kentro predict, drift, sql.",
  },
  {
    ...{ option: "--report", title: "Report", words: "a page for the browser" },
    holds: "One page with the segments, pictures and method, for a browser. No single customer's row is in it.",
  },
  {
    ...{ option: "--charts", title: "Charts", words: "the report's pictures" },
    holds: "The report's pictures, a folder of SVG files, for slides and documents.",
  },
];

/** How many things can be written. */
export const ITEMS: number = KINDS.length;

/** What can be written, in the order of the screen. */
export function itemsOf(state: State): Item[] {
  const { choices, places } = state.export;
  return KINDS.map((kind) => {
    const { ticked, path: chosen } = choices[kind.option];
    const path = chosen ?? suggestedPath(state.source ?? "", kind.option);
    const place = places.find((each) => each.option === kind.option && each.path === path) ?? null;
    return { ...kind, ticked, path, place, status: place === null ? "" : statusOf(state, place) };
  });
}

function statusOf(state: State, { option, full, there, fault }: Place): string {
  if (fault !== null) return "not here";
  if (there === null) return "new";
  const saved = state.saved.some(
    (each) =>
      each.path === full &&
      each.option === option &&
      each.source === state.source &&
      isDeepStrictEqual(each.settings, state.result?.settings),
  );
  const much = option === "--charts" ? counted(there.files, "file") : sizeWords(there.bytes);
  return `${saved ? "saved" : "exists"}, ${much}`;
}

/** The command line that does the same as writing what is ticked, ready to be pasted; null where there are no segments. */
export function commandOf(state: State): string | null {
  const { source, result } = state;
  if (source === null || result === null) return null;
  const ticked = itemsOf(state).filter((item) => item.ticked);
  return commandFor(
    source,
    result.settings,
    ticked.map(({ option, path, place }) => ({ option, shown: place?.shown ?? path })),
  );
}
