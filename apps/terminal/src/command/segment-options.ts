import type { SegmentOptions } from "@kentro/segments";
import type { ElbowInvocation, SegmentInvocation } from "./arguments/invocation.ts";
import type { Source } from "./source.ts";
import type { Work } from "./work.ts";

/** The options of @kentro/segments that a command line gives. */
export function segmentOptions(asked: SegmentInvocation | ElbowInvocation, source: Source, work: Work): SegmentOptions {
  const { scale, kMax, id, seed, restarts } = asked;
  const features = asked.features ?? source.preset;
  return {
    ...{ scale, kMax, seed, signal: work.signal },
    ...(features === undefined ? {} : { features }),
    ...(id === undefined ? {} : { id }),
    ...(restarts === undefined ? {} : { restarts }),
    onProgress: (progress) => work.at({ what: "computing", progress }),
  };
}
