import { type Segmentation, segment } from "@kentro/segments";
import type { SegmentInvocation } from "./arguments/invocation.ts";
import { jsonLine, segmentationJson } from "./json.ts";
import { checkOutputs, type Output } from "./outputs.ts";
import { segmentOptions } from "./segment-options.ts";
import { inputsOf, openSource, type Source } from "./source.ts";
import { segmentationText } from "./text/segmentation.ts";
import { writtenText } from "./text/written.ts";
import { type Work, writing } from "./work.ts";

/** Finds segments, writes the files asked for, and returns what stdout is to say. */
export async function runSegment(asked: SegmentInvocation, work: Work): Promise<string> {
  const outputs = outputsOf(asked);
  await checkOutputs(outputs, inputsOf(asked.source), asked.force);
  const source = await openSource(asked.source, work.signal, work.at);
  const result = await segment(source.table, { ...segmentOptions(asked, source, work), k: asked.k });
  const page = asked.report === undefined ? undefined : await reportOf(result, source, work);
  const { out, model, report, force } = asked;
  const options = { overwrite: force, signal: work.signal };
  if (out !== undefined) {
    await writing(work, out, () => source.write(out, result.labels, result.segments, options));
  }
  if (model !== undefined || report !== undefined) {
    const { writeText } = await import("@kentro/tables");
    const json = `${JSON.stringify(result.model, null, 2)}\n`;
    if (model !== undefined) await writing(work, model, () => writeText(model, json, options));
    if (report !== undefined && page !== undefined) await writing(work, report, () => writeText(report, page, options));
  }
  if (asked.json) return jsonLine(segmentationJson(result, asked.labels));
  return segmentationText(result, work.page) + writtenText(outputs, work.page);
}

function outputsOf({ out, model, report }: SegmentInvocation): Output[] {
  const all = { "--out": out, "--model": model, "--report": report };
  return (Object.keys(all) as (keyof typeof all)[]).flatMap((option) => {
    const path = all[option];
    return path === undefined ? [] : [{ option, path }];
  });
}

async function reportOf(result: Segmentation, source: Source, work: Work): Promise<string> {
  work.at({ what: "writing", file: "the report" });
  const { report } = await import("@kentro/report");
  return report(result, source.table, { title: source.title, command: work.commandText });
}
