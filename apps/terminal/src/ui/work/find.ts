import { editSegments, elbowOf, type Segmentation, type SegmentOptions, segment } from "@kentro/segments";
import type { Source } from "../../command/source.ts";
import { leadsTo } from "../state/settings.ts";
import { curveOf } from "./curve.ts";
import type { Work } from "./desk.ts";
import { type Groups, type Held, keep, type Run, readTable } from "./held.ts";
import { membersOf } from "./members.ts";
import { type Reporter, reporter } from "./progress.ts";
import type { Request, Result, Settings } from "./protocol.ts";
import { carried } from "./segments/carried.ts";
import { sharedIntegers } from "./shared.ts";

/** Finds segments, tells of them, and then of the elbow curve where it is not known yet. */
export async function findSegments(request: RunRequest, held: Held, work: Work): Promise<void> {
  const at = reporter(request.id, work.answer);
  try {
    await find(request, held, work, at);
  } finally {
    at.end();
  }
}

type RunRequest = Extract<Request, { type: "run" }>;

async function find(
  { id, settings, carry, wanted, curve }: RunRequest,
  held: Held,
  { signal, answer }: Work,
  at: Reporter,
): Promise<void> {
  const { source, table } = readTable(held);
  const work = { signal, onProgress: at.computing };
  const options = optionsOf(settings, source);
  const before = leadingTo(held, settings);
  const asked =
    before === null
      ? await segment(table, { ...options, ...work })
      : await editSegments(table, before.found, settings.edits.slice(before.found.edits.length), {
          ...options,
          ...work,
        });
  const earlier = carry.flatMap((run) => held.runs.get(run)?.found ?? []);
  const found = await carried(table, asked, earlier, options);
  const made: Settings = { ...settings, edits: found.edits };
  const groups = groupsOf(held, found);
  keep(held, id, { settings: made, options: optionsOf(made, source), found, groups }, wanted);
  answer({ type: "segmented", id, result: resultOf(id, found, made, groups) });
  if (!curve) return;
  const elbow = found.elbow ?? (await elbowOf(table, { ...options, ...work })).elbow;
  answer({ type: "curve", id, curve: curveOf(elbow, made, found.howMany) });
}

/** The run that is kept from which the fewest edits lead to what is asked; null where it has to be searched for. */
function leadingTo({ runs }: Held, asked: Settings): Run | null {
  const leading = [...runs.values()].filter(({ settings }) => leadsTo(settings, asked));
  return leading.sort((a, b) => b.settings.edits.length - a.settings.edits.length)[0] ?? null;
}

function optionsOf(settings: Settings, { preset }: Source): SegmentOptions {
  const { features, categorical, scale, log, weights, missing, k, seed, edits } = settings;
  const chosen = features === "default" ? preset : features;
  return {
    ...(chosen === undefined ? {} : { features: chosen }),
    ...{ categorical, scale, log, weights, missing, k, seed, edits },
  };
}

/** Who is in which segment; a run that only calls the same segments otherwise has it already. */
function groupsOf({ runs }: Held, { labels, k }: Segmentation): Groups {
  const same = [...runs.values()].find(({ found }) => found.labels === labels);
  if (same !== undefined) return same.groups;
  const { rows, starts } = membersOf(labels, k);
  return { labels: sharedIntegers(labels), members: { rows: sharedIntegers(rows), starts } };
}

/** The result as plain data that another thread can be given. */
function resultOf(
  run: number,
  { elbow: _, model: __, ...found }: Segmentation,
  settings: Settings,
  { labels, members }: Groups,
): Result {
  return { run, settings, segmentation: { ...found, labels }, members };
}
