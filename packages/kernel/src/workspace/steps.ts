import { addPair, type Partials, setPair } from "../partials.ts";
import type { WorkspaceMemory } from "./memory.ts";
import { widthOf } from "./places.ts";

/** Steps that compare every row with every centroid (`assembly/assign.ts`), and the sums that steps of any kind keep. */
export class Steps {
  readonly #memory: WorkspaceMemory;

  constructor(memory: WorkspaceMemory) {
    this.#memory = memory;
  }

  /** No row has a label, all sums are zero. */
  beginRun(): void {
    const { rows, run, shape, views } = this.#memory;
    views.integers.fill(-1, rows.labels / 4, rows.labels / 4 + shape.rows);
    views.integers.fill(0, run.inertia / 4, run.sumsEnd / 4);
  }

  beginStep(): void {
    const { run, partitions, views } = this.#memory;
    views.doubles.fill(0, run.inertia / 8, run.inertia / 8 + partitions);
  }

  assign(first: number, rows: number, wantsInertia: boolean): number {
    const memory = this.#memory;
    const { kernel, k } = memory;
    const { columns, weighted } = memory.shape;
    const { centroids } = memory.run;
    const partition = memory.partitionOf(first);
    const points = memory.pointsAt(first);
    const blocks = memory.blocksOf(rows);
    const labels = memory.labelsAt(first);
    const sums = memory.sumsOf(partition);
    const counts = memory.countsOf(partition);
    const inertia = wantsInertia ? memory.inertiaOf(partition) : 0;
    const { scratch } = memory;
    if (!weighted) {
      return kernel.assign(points, blocks, rows, columns, centroids, k, labels, sums, counts, inertia, scratch);
    }
    return kernel.assignWeighted(
      points,
      blocks,
      rows,
      columns,
      centroids,
      k,
      labels,
      sums,
      counts,
      memory.weightSumsOf(partition),
      memory.weightsAt(first),
      inertia,
      scratch,
    );
  }

  addSquares(first: number, rows: number, pair: Float64Array): void {
    const { kernel, scratch, shape, views } = this.#memory;
    const sum = views.doubles.subarray(scratch / 8, scratch / 8 + 2);
    sum.set(pair);
    kernel.addSquares(this.#memory.pointsAt(first), rows, shape.columns, scratch);
    pair.set(sum);
  }

  moveRow(row: number, to: number): void {
    const memory = this.#memory;
    const partition = memory.partitionOf(row);
    memory.kernel.moveRow(
      memory.rows.points,
      row,
      memory.shape.columns,
      memory.rows.labels,
      to,
      memory.sumsOf(partition),
      memory.countsOf(partition),
      memory.weightSumsOf(partition),
      memory.rows.weights,
    );
  }

  readPartials(into: Partials): void {
    const memory = this.#memory;
    const { columns, weighted } = memory.shape;
    const { integers, doubles } = memory.views;
    const width = widthOf(columns);
    into.inertia = 0;
    for (let partition = 0; partition < memory.partitions; partition++) {
      const counts = memory.countsOf(partition) / 4;
      const sums = memory.sumsOf(partition) / 8;
      const weightSums = memory.weightSumsOf(partition) / 8;
      const take = partition === 0 ? setPair : addPair;
      into.inertia += doubles[memory.inertiaOf(partition) / 8];
      for (let c = 0; c < memory.k; c++) {
        into.counts[c] = (partition === 0 ? 0 : into.counts[c]) + integers[counts + c];
        const at = sums + c * 2 * width;
        for (let j = 0; j < columns; j++) {
          take(into.sums, into.sumsLow, c * columns + j, doubles[at + j], doubles[at + width + j]);
        }
        if (weighted) {
          const w = weightSums + c * 2;
          take(into.weightSums, into.weightSumsLow, c, doubles[w], doubles[w + 1]);
        }
      }
    }
    if (!weighted) into.weightSums.set(into.counts);
  }

  readLabels(into: Int32Array): void {
    const { rows, shape, views } = this.#memory;
    into.set(views.integers.subarray(rows.labels / 4, rows.labels / 4 + shape.rows));
  }
}
