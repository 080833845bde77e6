import { chunkRows } from "../layout.ts";
import type { WorkspaceMemory } from "./memory.ts";
import type { Rounding } from "./rounding.ts";

/**
 * Steps that pass over rows that cannot have moved: `assembly/bounded.ts`. A row keeps its slack where `closest` is
 * otherwise.
 */
export class Bounds {
  readonly #memory: WorkspaceMemory;
  readonly #rounding: Rounding;
  readonly #chunkRows: number;

  constructor(memory: WorkspaceMemory, rounding: Rounding) {
    this.#memory = memory;
    this.#rounding = rounding;
    this.#chunkRows = chunkRows(memory.shape.precision);
  }

  begin(): void {
    const { rows, shape } = this.#memory;
    const chunks = Math.ceil(shape.rows / this.#chunkRows);
    this.#memory.elements(rows.closest, shape.rows).fill(Number.NEGATIVE_INFINITY);
    this.#memory.elements(rows.chunkSlack, chunks).fill(Number.NEGATIVE_INFINITY);
  }

  writeReach(any: number, reach: Float64Array): void {
    const region = this.#memory.elements(this.#memory.run.reach, 1 + this.#memory.k);
    region[0] = any;
    region.set(reach, 1);
  }

  assign(first: number, rows: number): number {
    const memory = this.#memory;
    const { run } = memory;
    const partition = memory.partitionOf(first);
    const tags = this.#rounding.tags();
    return memory.kernel.assignBounded(
      memory.pointsAt(first),
      rows,
      memory.shape.columns,
      run.centroids,
      memory.k,
      memory.labelsAt(first),
      memory.closestAt(first),
      memory.rows.chunkSlack + (first / this.#chunkRows) * memory.elementBytes,
      run.reach,
      memory.sumsOf(partition),
      memory.countsOf(partition),
      run.looked + partition * 4,
      tags === null ? 0 : this.#rounding.rowsAt(first),
      this.#rounding.extentsAt(first),
      run.rounded,
      tags ?? 0,
      run.rule,
      memory.scratch,
    );
  }

  takeLooked(): number {
    return this.#memory.takeCounts(this.#memory.run.looked);
  }
}
