import type { Work } from "../desk.ts";
import { type Held, readTable, runOf } from "../held.ts";
import type { WriteRequest } from "./protocol.ts";
import { savePath } from "./save-path.ts";

/** Writes the table with the segment of each row. */
export async function write(job: WriteRequest, held: Held, { signal, answer }: Work): Promise<void> {
  const { found } = runOf(held, job.run);
  const path = savePath(job.path);
  const options = { overwrite: job.overwrite, excel: false, signal };
  await readTable(held).source.write(path, found.labels, found.segments, options);
  answer({ type: "written", id: job.id, path, rows: found.rowsRead });
}
