import type { LeftOut, Prediction, SegmentationModel } from "@kentro/segments";
import type { LabelTableOptions } from "@kentro/tables";
import type { Input } from "./arguments/invocation.ts";
import { labelNames } from "./source.ts";
import type { Work } from "./work.ts";

const MOST_CELLS = 1000;

interface How {
  readonly excel: boolean;
  readonly overwrite: boolean;
  /** Labels are kept for up to so many rows; beyond, the prediction has none. */
  readonly mostLabels: number;
}

/** What came of rows in batches: a prediction whose labels are null where there are too many of them. */
export type StreamedPrediction = Omit<Prediction, "labels"> & { readonly labels: Int32Array | null };

/**
 * Puts the customers of files of any length into the segments of a model, and writes them to `out` (null: nowhere). No more
 * than a few batches of rows are in memory.
 */
export async function predictStreamed(
  out: string | null,
  model: SegmentationModel,
  { sources, where }: Input,
  { excel, overwrite, mostLabels }: How,
  work: Work,
): Promise<StreamedPrediction> {
  const { labelTable } = await import("@kentro/tables");
  const { signal } = work;
  let tally = new Tally(mostLabels);
  const label: LabelTableOptions["label"] = async ({ firstRow, table }) => {
    // A file that turns out to need another way of reading begins again.
    if (firstRow === 0) tally = new Tally(mostLabels);
    const found = await model.predict(table, { rowOffset: firstRow, signal });
    tally.add(found);
    return found.labels;
  };
  const { rows, counts } = await labelTable(out, {
    ...{ source: sources, where, columns: columnsOf(model), label, added: labelNames(model.segments) },
    ...{ excel, overwrite, signal, onProgress: ({ rows }) => work.at({ what: "labelling", rows }) },
  });
  const used = counts.reduce((sum, count) => sum + count, 0);
  return {
    ...{ rowsRead: rows, rows: used, labels: tally.labels(), leftOut: tally.leftOut() },
    segments: model.segments.map((segment, id) => {
      const size = counts[id] ?? 0;
      return { ...segment, size, share: used === 0 ? 0 : size / used };
    }),
  };
}

function columnsOf({ recipe }: SegmentationModel): LabelTableOptions["columns"] {
  const numeric = recipe.filter((feature) =>
    feature.type === "numeric" ? !feature.yesNo : feature.values === "number",
  );
  const names = (features: typeof recipe) => features.map(({ name }) => name);
  return { numeric: names(numeric), text: names(recipe.filter((feature) => !numeric.includes(feature))) };
}

/** What is kept of batches that are gone. */
class Tally {
  readonly #mostLabels: number;
  readonly #labels: Int32Array[] = [];
  readonly #cells: LeftOut["cells"][number][] = [];
  #rows = 0;
  #leftOut = 0;
  #cellCount = 0;

  constructor(mostLabels: number) {
    this.#mostLabels = mostLabels;
  }

  add({ labels, leftOut }: Prediction): void {
    this.#rows += labels.length;
    if (this.#rows <= this.#mostLabels) this.#labels.push(labels);
    else this.#labels.length = 0;
    this.#leftOut += leftOut.count;
    this.#cellCount += leftOut.cellCount;
    this.#cells.push(...leftOut.cells.slice(0, MOST_CELLS - this.#cells.length));
  }

  labels(): Int32Array | null {
    if (this.#rows > this.#mostLabels) return null;
    const all = new Int32Array(this.#rows);
    let at = 0;
    for (const labels of this.#labels) {
      all.set(labels, at);
      at += labels.length;
    }
    return all;
  }

  leftOut(): LeftOut {
    return { count: this.#leftOut, cells: this.#cells, cellCount: this.#cellCount };
  }
}
