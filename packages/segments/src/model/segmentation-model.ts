import type { KMeansModel, Matrix } from "@kentro/core";
import { checkTable } from "../columns/check-table.ts";
import { type LeftOut, usableRows } from "../columns/left-out.ts";
import type { Training } from "../drift/training.ts";
import type { ByHand } from "../matching/inherit.ts";
import { Pace } from "../pace.ts";
import { coordinates } from "../preparation/coordinates.ts";
import { modelColumns } from "../preparation/model-columns.ts";
import { nearness } from "../stability/borders.ts";
import { type Placement, placementOf } from "../stability/placement.ts";
import type { Scale } from "../statistics/scale.ts";
import type { Table } from "../table.ts";
import { FEWEST_TOLD } from "./limits.ts";
import { peopleCentroid } from "./people-centroid.ts";
import { readModel } from "./read-model.ts";
import { FORMAT, type SavedSegmentation, VERSION } from "./saved.ts";
import { type SavedFeature, takesMissing } from "./saved-feature.ts";

/** A segment as a model knows it. */
export interface ModelSegment {
  /** Its index in `segments`. */
  readonly id: number;
  readonly letter: string;
  readonly name: string;
  /** What the analyst noted of it. */
  readonly note: string | null;
  readonly size: number;
  /** Of the rows used, 0 to 1. */
  readonly share: number;
}

/** New customers in known segments. */
export interface Prediction {
  readonly rowsRead: number;
  /** Rows that got a segment. */
  readonly rows: number;
  /** For each row read, an index into `segments`; -1 for a row left out. */
  readonly labels: Int32Array;
  /** The model's segments in their order; size and share count the customers of this table (share 0 where it has none). */
  readonly segments: readonly ModelSegment[];
  readonly leftOut: LeftOut;
}

/** How customers are put into segments. */
export interface PredictOptions {
  /** Rows before the first of the table, where it is a part of a longer one: errors and left-out cells count from there. */
  readonly rowOffset?: number;
  /** Default: that of `@kentro/core`. */
  readonly threads?: number;
  readonly signal?: AbortSignal;
}

/** Customers as points: what is clustered. */
export interface ModelPoints {
  /** The rows that can be used (0-based, ascending): a point each. */
  readonly rows: Int32Array;
  readonly points: Matrix;
  readonly leftOut: LeftOut;
}

/** What a model is made of. */
export interface ModelParts {
  readonly recipe: readonly SavedFeature[];
  readonly scale: Scale;
  readonly seed: number;
  readonly rows: number;
  /** In showing order; `cluster` is the centroid of `kmeans`. */
  readonly segments: readonly {
    readonly letter: string;
    readonly name: string;
    readonly note: string | null;
    /** What of it was said by hand in this segmentation: kept while editing goes on, and not saved. */
    readonly byHand?: ByHand;
    readonly size: number;
    readonly cluster: number;
  }[];
  readonly kmeans: KMeansModel;
  readonly training: Training;
}

/** A segmentation that can be saved, read again, and label customers. */
export class SegmentationModel {
  /** The columns it needs, by name. */
  readonly features: readonly string[];
  /** How each of them becomes coordinates. */
  readonly recipe: readonly SavedFeature[];
  readonly scale: Scale;
  readonly seed: number;
  /** Customers it was found on. */
  readonly rows: number;
  readonly segments: readonly ModelSegment[];
  /** What it remembers of the customers it was found on: what `drift` compares others with. */
  readonly training: Training;
  readonly #parts: ModelParts;

  /** Assumes parts that belong together: use `segment` or `fromJSON`. */
  constructor(parts: ModelParts) {
    this.#parts = parts;
    this.recipe = parts.recipe;
    this.features = parts.recipe.map(({ name }) => name);
    this.scale = parts.scale;
    this.seed = parts.seed;
    this.rows = parts.rows;
    this.training = parts.training;
    this.segments = parts.segments.map(({ letter, name, note, size }, id) => {
      return { id, letter, name, note, size, share: size / parts.rows };
    });
  }

  /**
   * The centroid of each segment, in the file's units: a number for each numeric feature (with a logarithm, the number
   * whose logarithm the centroid is). Shares of categories are in the JSON.
   */
  get centroids(): readonly (readonly number[])[] {
    return this.#peopleCentroids().map((centroid) => centroid.filter((unit) => typeof unit === "number"));
  }

  /** The segmentation as plain JSON, format "kentro-segmentation", version 1. */
  toJSON(): SavedSegmentation {
    const { recipe, scale, seed, rows, segments, kmeans, training } = this.#parts;
    const centroids = this.#peopleCentroids();
    return {
      format: FORMAT,
      version: VERSION,
      rows,
      seed,
      scale,
      features: recipe,
      segments: segments.map(({ letter, name, note, size, cluster }, id) => {
        const centroid = size < FEWEST_TOLD ? null : centroids[id]!;
        return { letter, name, ...(note !== null && { note }), size, share: size / rows, cluster, centroid };
      }),
      kmeans: kmeans.toJSON(),
      training,
    };
  }

  /**
   * A model from what `toJSON` gave, parsed. The file is taken for a stranger's: every key must be known, every number
   * finite, every length right, and sizes are limited (1,000 segments, 1,000 features, 1,000 characters a name).
   * @throws SegmentsError INVALID_MODEL, NEWER_MODEL
   */
  static fromJSON(json: unknown): SegmentationModel {
    return new SegmentationModel(readModel(json));
  }

  /**
   * Customers as the points that the model clusters: prepared as it prepares them, for measures and pictures. No points,
   * of as many columns, where no row can be used.
   * @throws SegmentsError as `predict` does
   */
  async points(
    table: Table,
    { rowOffset = 0, signal }: Pick<PredictOptions, "rowOffset" | "signal"> = {},
  ): Promise<ModelPoints> {
    const pace = new Pace(signal);
    checkTable(table);
    const { recipe } = this;
    const columns = modelColumns(recipe, table, rowOffset);
    const required = columns.filter((_, i) => !takesMissing(recipe[i]!));
    const { rows, leftOut } = usableRows(table.rows, required, rowOffset);
    return { points: await coordinates(recipe, columns, rows, pace, rowOffset), rows, leftOut };
  }

  /**
   * Puts customers into the segments. Columns are found by their names, letter case and spacing aside; others are not
   * needed. The rows that the model was found on get the labels they had, and a row gets the same label whatever rows
   * come with it: a long table may be given in parts.
   * @throws SegmentsError UNKNOWN_COLUMN, AMBIGUOUS_COLUMN, NOT_NUMERIC, UNKNOWN_CATEGORY, OUT_OF_RANGE, INVALID_TABLE
   */
  async predict(table: Table, options: PredictOptions = {}): Promise<Prediction> {
    const { kmeans, segments } = this.#parts;
    const { rowOffset: _, ...work } = options;
    const { points, rows, leftOut } = await this.points(table, options);
    const labels = new Int32Array(table.rows).fill(-1);
    const sizes = new Float64Array(segments.length);
    if (rows.length > 0) {
      const places = this.#places();
      const clusters = await kmeans.predict(points, work);
      for (let i = 0; i < rows.length; i++) {
        const place = places[clusters[i]!]!;
        labels[rows[i]!] = place;
        sizes[place]!++;
      }
    }
    return {
      rowsRead: table.rows,
      rows: rows.length,
      labels,
      segments: this.segments.map((segment, id) => {
        return { ...segment, size: sizes[id]!, share: rows.length === 0 ? 0 : sizes[id]! / rows.length };
      }),
      leftOut,
    };
  }

  /**
   * Where customers stand among the segments: the segment that `predict` says, how far they are from its centroid, and which
   * segment is the next.
   * @throws SegmentsError as `predict` does
   */
  async place(table: Table, options: PredictOptions = {}): Promise<Placement> {
    const { kmeans } = this.#parts;
    const { rowOffset: _, ...work } = options;
    const { points, rows } = await this.points(table, options);
    const clusters = rows.length === 0 ? new Int32Array(0) : await kmeans.predict(points, work);
    const near = await nearness(points, kmeans.centroids, clusters, new Pace(options.signal));
    return placementOf(table.rows, rows, clusters, near, this.#places());
  }

  /** What it was made of. */
  get parts(): ModelParts {
    return this.#parts;
  }

  /** For each cluster its segment. */
  #places(): Int32Array {
    const { segments } = this.#parts;
    const places = new Int32Array(segments.length);
    for (const [place, { cluster }] of segments.entries()) places[cluster] = place;
    return places;
  }

  #peopleCentroids(): (number | number[])[][] {
    const { recipe, segments, kmeans } = this.#parts;
    const { data, columns } = kmeans.centroids;
    return segments.map(({ cluster }) => {
      return peopleCentroid(recipe, Float64Array.from(data.subarray(cluster * columns, (cluster + 1) * columns)));
    });
  }
}
