import type { WorkspaceMemory } from "./memory.ts";
import type { SurveyPlaces } from "./places.ts";

/**
 * Surveys of the two nearest centroids of every row, the gains of rows as candidates for the place of one of them
 * (`assembly/exchange.ts`), and steps after an exchange (`assembly/changed.ts`). In the order of their use: `beginSurvey`,
 * `survey` of all rows, `endSurvey`; then `beginExchange` and `exchange` any number of times; then `resumeSurvey` and steps.
 */
export class Exchange {
  readonly #memory: WorkspaceMemory;
  /** Changed centroids, or candidates, that were written. */
  count = 0;

  constructor(memory: WorkspaceMemory) {
    this.#memory = memory;
  }

  /** Zeros costs: there is room for surveys, and centroids are written. */
  beginSurvey(): void {
    const { costs } = this.#places;
    const { partitions, k, views } = this.#memory;
    views.doubles.fill(0, costs / 8, costs / 8 + partitions * (1 + k));
  }

  survey(first: number, rows: number): void {
    const memory = this.#memory;
    const { labels, distances, seconds, costs } = this.#places;
    const { k, elementBytes } = memory;
    const partition = memory.partitionOf(first);
    memory.kernel.survey(
      memory.pointsAt(first),
      memory.blocksOf(rows),
      rows,
      memory.shape.columns,
      memory.run.centroids,
      k,
      labels + first * 4,
      distances + first * elementBytes,
      seconds + first * elementBytes,
      memory.labelsAt(first),
      memory.sumsOf(partition),
      memory.countsOf(partition),
      memory.weightSumsOf(partition),
      memory.weightsAt(first),
      costs + partition * (1 + k) * 8,
      memory.scratch,
    );
  }

  endSurvey(): void {
    const { run, views } = this.#memory;
    views.bytes.copyWithin(this.#places.sums, run.inertia, run.sumsEnd);
  }

  resumeSurvey(): void {
    const { labels, distances, sums } = this.#places;
    const { run, rows, shape, elementBytes, views } = this.#memory;
    views.bytes.copyWithin(run.inertia, sums, sums + run.sumsEnd - run.inertia);
    views.bytes.copyWithin(rows.labels, labels, labels + shape.rows * 4);
    views.bytes.copyWithin(rows.closest, distances, distances + shape.rows * elementBytes);
  }

  writeChanged(indices: readonly number[] | null): void {
    const { k, run, shape, elementBytes, views } = this.#memory;
    this.count = indices?.length ?? k;
    // A step that looks at all centroids needs to be told of none.
    if (indices === null || this.count === k) return;
    const { integers, elements } = views;
    const places = this.#places;
    const flags = places.flags / 4;
    integers.fill(0, flags, flags + k);
    integers.set(indices, places.indices / 4);
    const centroids = run.centroids / elementBytes;
    let to = places.changed / elementBytes;
    for (const index of indices) {
      integers[flags + index] = 1;
      const from = centroids + index * shape.columns;
      for (let column = 0; column < shape.columns; column++) elements[to++] = elements[from + column];
    }
  }

  assignChanged(first: number, rows: number): number {
    const memory = this.#memory;
    const { changed, indices, flags } = this.#places;
    const partition = memory.partitionOf(first);
    return memory.kernel.assignChanged(
      memory.pointsAt(first),
      memory.blocksOf(rows),
      rows,
      memory.shape.columns,
      memory.run.centroids,
      memory.k,
      changed,
      indices,
      this.count,
      flags,
      memory.labelsAt(first),
      memory.closestAt(first),
      memory.sumsOf(partition),
      memory.countsOf(partition),
      memory.weightSumsOf(partition),
      memory.weightsAt(first),
      memory.inertiaOf(partition),
      memory.scratch,
    );
  }

  beginExchange(rows: readonly number[]): void {
    const { partitions, k, lanes, shape, elementBytes, views } = this.#memory;
    const { candidates, gains } = this.#places;
    const { doubles, elements } = views;
    let to = candidates / elementBytes;
    for (const row of rows) {
      let from = this.#memory.valueIndexOf(row);
      for (let column = 0; column < shape.columns; column++, from += lanes) elements[to++] = elements[from];
    }
    doubles.fill(0, gains / 8, gains / 8 + partitions * rows.length * (1 + k));
    this.count = rows.length;
  }

  exchange(first: number, rows: number): void {
    const memory = this.#memory;
    const { labels, distances, seconds, candidates, gains } = this.#places;
    const { k, elementBytes } = memory;
    memory.kernel.exchange(
      memory.pointsAt(first),
      memory.blocksOf(rows),
      rows,
      memory.shape.columns,
      candidates,
      this.count,
      k,
      labels + first * 4,
      distances + first * elementBytes,
      seconds + first * elementBytes,
      memory.weightsAt(first),
      gains + memory.partitionOf(first) * this.count * (1 + k) * 8,
      memory.scratch,
    );
  }

  readCosts(into: Float64Array): void {
    this.#addPartitions(this.#places.costs, into, 0, 1 + this.#memory.k);
  }

  readGains(into: Float64Array, at: number): void {
    this.#addPartitions(this.#places.gains, into, at, this.count * (1 + this.#memory.k));
  }

  readInertias(into: Float64Array): void {
    const { k, views } = this.#memory;
    const costs = this.#places.costs / 8;
    for (let partition = 0; partition < into.length; partition++) {
      into[partition] = views.doubles[costs + partition * (1 + k)];
    }
  }

  distances(): Float32Array | Float64Array {
    return this.#memory.elements(this.#places.distances, this.#memory.shape.rows);
  }

  labelOf(row: number): number {
    return this.#memory.views.integers[this.#places.labels / 4 + row];
  }

  #addPartitions(place: number, into: Float64Array, at: number, count: number): void {
    const { partitions, views } = this.#memory;
    const { doubles } = views;
    for (let partition = 0, from = place / 8; partition < partitions; partition++) {
      for (let i = 0; i < count; i++) into[at + i] += doubles[from++];
    }
  }

  get #places(): SurveyPlaces {
    const { survey } = this.#memory.run;
    if (survey === null) throw new RangeError("Expected room for surveys, got none before the first of them");
    return survey;
  }
}
