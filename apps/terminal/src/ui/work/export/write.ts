import { CommandError } from "../../../command/failure.ts";
import { modelText, writePictures, writeText } from "../../../command/segmentation-files.ts";
import type { Source } from "../../../command/source.ts";
import { quotedName } from "../../../text/visible.ts";
import type { Work } from "../desk.ts";
import { changedSince } from "../files/stamp.ts";
import { type Held, type Run, readTable, runOf } from "../held.ts";
import { commandFor } from "./command.ts";
import { placesOf, whatIsAt } from "./places.ts";
import type { Place, WriteRequest } from "./protocol.ts";

/**
 * Writes all that is asked for of a run, one after the other, each whole or not at all. Where something cannot be
 * written, or is there already and was not to be replaced, nothing is.
 */
export async function write(job: WriteRequest, held: Held, { signal, answer }: Work): Promise<void> {
  const { id, source } = job;
  const run = runOf(held, job.run);
  const places = await placesOf({ source, outputs: job.outputs.map((each) => ({ ...each, wanted: true })) });
  const fault = places.find((place) => place.fault !== null)?.fault ?? null;
  if (fault !== null) throw new CommandError("input", fault);
  const inTheWay = places.filter(({ there, full }) => there !== null && !job.replace.includes(full));
  if (inTheWay.length > 0) {
    answer({ type: "exists", id, places: inTheWay.map(({ full, shown }) => ({ path: full, shown })) });
    return;
  }
  // Its rows are read once more, and would get the labels of others.
  const changed = places.some(({ option }) => option === "--out") ? await changedSince(held.stamps) : null;
  if (changed !== null) {
    throw new CommandError("input", `${quotedName(changed)} has changed since it was read: O opens it again.`);
  }
  const command = commandFor(source, run.settings, places);
  const ways: (() => Promise<void>)[] = [];
  for (const place of places) {
    signal.throwIfAborted();
    if (DRAWN[place.option] !== undefined) answer({ type: "writing", id, what: `Drawing ${DRAWN[place.option]}` });
    const overwrite = job.replace.includes(place.full);
    ways.push(await made(place, run, readTable(held).source, { command, overwrite, signal }));
  }
  for (const [index, place] of places.entries()) {
    const { option, full, shown } = place;
    signal.throwIfAborted();
    const which = places.length === 1 ? "" : ` (${index + 1} of ${places.length})`;
    answer({ type: "writing", id, what: `Writing ${shown}${which}` });
    await ways[index]!();
    const { bytes, files } = (await whatIsAt({ option, path: full })) ?? { bytes: 0, files: 0 };
    const settings = run.settings;
    answer({ type: "written", id, saved: { option, path: full, shown, bytes, files, source, settings } });
  }
  answer({ type: "allWritten", id });
}

const DRAWN: Readonly<Partial<Record<Place["option"], string>>> = {
  "--report": "the report",
  "--charts": "the charts",
};

interface Manner {
  readonly command: string;
  readonly overwrite: boolean;
  readonly signal: AbortSignal;
}

/** Makes what is to be written, and returns the way to write it: what fails in the making leaves nothing behind. */
async function made(
  { option, full }: Place,
  { found }: Run,
  source: Source,
  { command, overwrite, signal }: Manner,
): Promise<() => Promise<void>> {
  switch (option) {
    case "--out":
      return () => source.write(full, found.labels, found.segments, { overwrite, excel: false, signal });
    case "--model": {
      const text = modelText(found);
      return () => writeText(full, text, { overwrite });
    }
    case "--report": {
      const { report } = await import("@kentro/report");
      const { title, table, notes } = source;
      const page = await report(found, table, { title, command, rows: false, notes });
      return () => writeText(full, page, { overwrite });
    }
    case "--charts": {
      const { charts } = await import("@kentro/report");
      const pictures = await charts(found, source.table);
      return () => writePictures(full, pictures, (path, svg) => writeText(path, svg, { overwrite }));
    }
    default:
      return option satisfies never;
  }
}
