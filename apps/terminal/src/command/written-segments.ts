import { findColumn, type Segmentation } from "@kentro/segments";
import type { RfmInvocation, SegmentInvocation } from "./arguments/invocation.ts";
import { CommandError } from "./failure.ts";
import type { Output } from "./output-faults.ts";
import { modelText, writePictures, writeText } from "./segmentation-files.ts";
import type { Source } from "./source.ts";
import { type Work, writing } from "./work.ts";

type Asked = SegmentInvocation | RfmInvocation;

/** What a command is to write, in the order in which it does. */
export function outputsOf({ out, model, outDir, charts, report }: Asked): Output[] {
  const all = { "--out": out, "--model": model, "--out-dir": outDir, "--charts": charts, "--report": report };
  return (Object.keys(all) as (keyof typeof all)[]).flatMap((option) => {
    const path = all[option];
    return path === undefined ? [] : [{ option, path }];
  });
}

/** Writes every file that was asked for. Pictures are drawn first: what fails in them leaves nothing behind. */
export async function writeOutputs(asked: Asked, result: Segmentation, source: Source, work: Work): Promise<void> {
  const { out, model, outDir, charts, report, excel, force } = asked;
  const page = report === undefined ? null : await pageOf(asked, result, source, work);
  const pictures = charts === undefined ? [] : await picturesOf(result, source, work);
  const options = { overwrite: force, excel, signal: work.signal };
  if (out !== undefined) {
    await writing(work, out, () => source.write(out, result.labels, result.segments, options));
  }
  if (model !== undefined) {
    await writing(work, model, () => writeText(model, modelText(result), options));
  }
  if (outDir !== undefined) {
    await writing(work, outDir, () => writeLists(outDir, asked, result, source, work));
  }
  if (charts !== undefined) {
    await writePictures(charts, pictures, (path, svg) => writing(work, path, () => writeText(path, svg, options)));
  }
  if (report !== undefined && page !== null) await writing(work, report, () => writeText(report, page, options));
}

async function writeLists(
  folder: string,
  { id, holdout, seed, excel, force }: Asked,
  { labels, segments }: Segmentation,
  { table }: Source,
  { signal }: Work,
): Promise<void> {
  const { textOfCell, writeSegmentFiles } = await import("@kentro/tables");
  if (id === undefined) throw new CommandError("usage", "--out-dir writes ids: name their column with --id.");
  const column = findColumn(table, id);
  await writeSegmentFiles(folder, {
    segments: segments.map(({ letter, name, value }) => ({ letter, name, ...(value !== null && { value }) })),
    ...{ labels, idName: column.name, ids: textOfCell(column) },
    ...(holdout === undefined ? {} : { holdout }),
    ...{ seed, excel, overwrite: force, signal },
  });
}

async function pageOf({ reportRows }: Asked, result: Segmentation, source: Source, work: Work): Promise<string> {
  work.at({ what: "writing", file: "the report" });
  const { report } = await import("@kentro/report");
  const { title, table, notes } = source;
  return await report(result, table, { title, command: work.commandText, rows: reportRows, notes });
}

async function picturesOf(result: Segmentation, source: Source, work: Work) {
  work.at({ what: "writing", file: "the charts" });
  const { charts } = await import("@kentro/report");
  return await charts(result, source.table);
}
