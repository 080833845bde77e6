import { segment } from "@kentro/segments";
import type { RfmInvocation, SegmentInvocation } from "./arguments/invocation.ts";
import { jsonLine, segmentationJson } from "./json.ts";
import { checkOutputs } from "./outputs.ts";
import { segmentOptions } from "./segment-options.ts";
import { inputsOf, openSource } from "./source.ts";
import { segmentationText } from "./text/segmentation.ts";
import { writtenText } from "./text/written.ts";
import type { Work } from "./work.ts";
import { outputsOf, writeOutputs } from "./written-segments.ts";

/** Finds segments, writes the files asked for, and returns what stdout is to say. */
export async function runSegment(asked: SegmentInvocation, work: Work): Promise<string> {
  const outputs = outputsOf(asked);
  await checkOutputs(outputs, readBy(asked), asked.force);
  const source = await openSource(asked, work, keptBy(asked));
  const result = await segment(source.table, await segmentOptions(asked, source, work));
  await writeOutputs(asked, result, source, work);
  if (asked.json) return jsonLine(segmentationJson(result, asked.labels));
  return segmentationText(result, work.page) + writtenText(outputs, work.page);
}

/** Ids are written to lists, and looked through for customers who come twice: they are kept however many there are. */
function keptBy({ id }: SegmentInvocation): readonly string[] {
  return id === undefined ? [] : [id];
}

/** Every file that is read. */
export function readBy({ sources, previous, plays }: SegmentInvocation | RfmInvocation): readonly string[] {
  return [...inputsOf({ sources }), ...[previous, plays].filter((path) => path !== undefined)];
}
