import { elbowOf, type Segmentation, type SegmentOptions, segment } from "@kentro/segments";
import type { Source } from "../../command/source.ts";
import { curveOf } from "./curve.ts";
import type { Work } from "./desk.ts";
import { type Held, keep, readTable } from "./held.ts";
import { membersOf } from "./members.ts";
import { reporter } from "./progress.ts";
import type { Request, Result, Settings } from "./protocol.ts";
import { sharedIntegers } from "./shared.ts";

/** Finds segments, tells of them, and then of the elbow curve where it is not known yet. */
export async function findSegments(
  { id, settings, curve }: Extract<Request, { type: "run" }>,
  held: Held,
  { signal, answer }: Work,
): Promise<void> {
  const { source, table } = readTable(held);
  const at = reporter(id, answer);
  const work = { signal, onProgress: at.computing };
  const options = optionsOf(settings, source);
  const found = await segment(table, { ...options, ...work });
  keep(held, id, { settings, options, found });
  answer({ type: "segmented", id, result: resultOf(id, found, settings) });
  if (!curve) return;
  const elbow = found.elbow ?? (await elbowOf(table, { ...options, ...work })).elbow;
  answer({ type: "curve", id, curve: curveOf(elbow, settings, found.howMany) });
}

function optionsOf(settings: Settings, { preset }: Source): SegmentOptions {
  const { features, categorical, scale, log, weights, missing, k, seed } = settings;
  const chosen = features === "default" ? preset : features;
  return {
    ...(chosen === undefined ? {} : { features: chosen }),
    ...{ categorical, scale, log, weights, missing, k, seed },
  };
}

/** The result as plain data that another thread can be given. */
function resultOf(run: number, { elbow: _, model: __, ...found }: Segmentation, settings: Settings): Result {
  const { rows, starts } = membersOf(found.labels, found.k);
  const members = { rows: sharedIntegers(rows), starts };
  return { run, settings, segmentation: { ...found, labels: sharedIntegers(found.labels) }, members };
}
