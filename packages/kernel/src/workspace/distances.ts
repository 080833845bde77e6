import { DISTANCE_BLOCKS } from "../layout.ts";
import type { WorkspaceMemory } from "./memory.ts";
import { distancesBytesOf } from "./places.ts";

/** Distances to centroids as written, and to seeds, leaving sums alone: `assembly/nearest.ts`, `assembly/distances.ts`. */
export class Distances {
  readonly #memory: WorkspaceMemory;

  constructor(memory: WorkspaceMemory) {
    this.#memory = memory;
  }

  nearest(first: number, rows: number, k: number): void {
    const memory = this.#memory;
    const labels = memory.labelsAt(first);
    const { columns } = memory.shape;
    const blocks = memory.blocksOf(rows);
    const { centroids } = memory.run;
    memory.kernel.nearest(memory.pointsAt(first), blocks, columns, centroids, k, labels, memory.closestAt(first));
  }

  all(first: number, rows: number, k: number, into: Float64Array): void {
    const memory = this.#memory;
    const { lanes, kernel, shape } = memory;
    const { centroids } = memory.run;
    const out = memory.run.distances + memory.index * distancesBytesOf(k);
    const atOnce = DISTANCE_BLOCKS * lanes;
    const distances = memory.elements(out, k * atOnce);
    for (let start = 0; start < rows; start += atOnce) {
      const end = Math.min(start + atOnce, rows);
      const blocks = memory.blocksOf(end - start);
      kernel.distancesToAll(memory.pointsAt(first + start), blocks, shape.columns, centroids, k, out);
      for (let row = start; row < end; row++) {
        for (let c = 0; c < k; c++) into[row * k + c] = distances[c * blocks * lanes + row - start];
      }
    }
  }

  beginSeeding(): void {
    this.closest().fill(Number.POSITIVE_INFINITY);
  }

  seedCost(first: number, rows: number, centroid: number, take: boolean): number {
    const memory = this.#memory;
    const { columns } = memory.shape;
    return memory.kernel.seedCost(
      memory.pointsAt(first),
      memory.blocksOf(rows),
      rows,
      columns,
      memory.run.centroids + centroid * columns * memory.elementBytes,
      memory.closestAt(first),
      take ? 1 : 0,
      memory.weightsAt(first),
      memory.scratch,
    );
  }

  closest(): Float32Array | Float64Array {
    return this.#memory.elements(this.#memory.rows.closest, this.#memory.shape.rows);
  }
}
