import type { SegmentOptions } from "@kentro/segments";
import type { ElbowInvocation, RfmInvocation, SegmentInvocation } from "./arguments/invocation.ts";
import { readModel, readPlaysFile } from "./model-file.ts";
import type { Source } from "./source.ts";
import type { Work } from "./work.ts";

/** The options of @kentro/segments that a command line gives for the preparation and the search. */
export function preparationOptions(
  asked: SegmentInvocation | RfmInvocation | ElbowInvocation,
  source: Source,
  work: Work,
): SegmentOptions {
  const { categorical, log, clip, missing, weights, scale, kMax, id, seed, restarts } = asked;
  const features = asked.features ?? source.preset;
  return {
    ...given({ features, categorical, log, clip, missing, weights, id, restarts }),
    ...{ scale, kMax, seed, signal: work.signal },
    onProgress: (progress) => work.at({ what: "computing", progress }),
  };
}

/** All of them: also those on what is found out about segments. Reads the model and the plays that are named. */
export async function segmentOptions(
  asked: SegmentInvocation | RfmInvocation,
  source: Source,
  work: Work,
): Promise<SegmentOptions> {
  const { k, value, resamples, previous, edits, plays } = asked;
  return {
    ...preparationOptions(asked, source, work),
    ...given({
      ...{ k, value, resamples, edits },
      previous: previous === undefined ? undefined : await readModel(previous, work.signal),
      plays: plays === undefined ? undefined : await readPlaysFile(plays, work.signal),
    }),
  };
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Without what is undefined: the defaults are those of @kentro/segments. */
function given<T extends object>(options: T): Given<T> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Given<T>;
}
