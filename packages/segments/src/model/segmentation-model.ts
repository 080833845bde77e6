import type { KMeansModel, Matrix } from "@kentro/core";
import { checkTable } from "../columns/check-table.ts";
import { byName } from "../columns/find.ts";
import { type LeftOut, usableRows } from "../columns/left-out.ts";
import { checkNumeric } from "../columns/numeric.ts";
import { scaledPoints } from "../columns/points.ts";
import { SegmentsError } from "../error.ts";
import { Pace } from "../pace.ts";
import { quoted, quotedList } from "../quoted.ts";
import type { CenterSpread, Scale } from "../statistics/scale.ts";
import type { NumericColumn, Table } from "../table.ts";
import { readModel } from "./read-model.ts";
import { FORMAT, type SavedSegmentation, VERSION } from "./saved.ts";

/** A segment as a model knows it. */
export interface ModelSegment {
  /** Its index in `segments`. */
  readonly id: number;
  readonly letter: string;
  readonly name: string;
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

/** Customers as points: what is clustered. */
export interface ModelPoints {
  /** The rows that can be used (0-based, ascending): a point each. */
  readonly rows: Int32Array;
  readonly points: Matrix;
  readonly leftOut: LeftOut;
}

/** What a model is made of. */
export interface ModelParts {
  readonly features: readonly (CenterSpread & { readonly name: string })[];
  readonly scale: Scale;
  readonly seed: number;
  readonly rows: number;
  /** In showing order; `cluster` is the centroid of `kmeans`. */
  readonly segments: readonly {
    readonly letter: string;
    readonly name: string;
    readonly size: number;
    readonly cluster: number;
  }[];
  readonly kmeans: KMeansModel;
}

/** A segmentation that can be saved, read again, and label customers. */
export class SegmentationModel {
  /** The columns it needs, by name. */
  readonly features: readonly string[];
  readonly scale: Scale;
  readonly seed: number;
  /** Customers it was found on. */
  readonly rows: number;
  readonly segments: readonly ModelSegment[];
  readonly #parts: ModelParts;

  /** Assumes parts that belong together: use `segment` or `fromJSON`. */
  constructor(parts: ModelParts) {
    this.#parts = parts;
    this.features = parts.features.map(({ name }) => name);
    this.scale = parts.scale;
    this.seed = parts.seed;
    this.rows = parts.rows;
    this.segments = parts.segments.map(({ letter, name, size }, id) => {
      return { id, letter, name, size, share: size / parts.rows };
    });
  }

  /** The centroid of each segment, in the file's units. */
  get centroids(): readonly (readonly number[])[] {
    const { features, segments, kmeans } = this.#parts;
    return segments.map(({ cluster }) =>
      features.map(({ center, spread }, j) => {
        return kmeans.centroids.data[cluster * features.length + j]! * spread + center;
      }),
    );
  }

  /** The segmentation as plain JSON, format "kentro-segmentation", version 1. */
  toJSON(): SavedSegmentation {
    const { features, scale, seed, rows, segments, kmeans } = this.#parts;
    const { centroids } = this;
    return {
      format: FORMAT,
      version: VERSION,
      rows,
      seed,
      scale,
      features,
      segments: segments.map(({ letter, name, size, cluster }, id) => {
        return { letter, name, size, share: size / rows, cluster, centroid: centroids[id]! };
      }),
      kmeans: kmeans.toJSON(),
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
  async points(table: Table, options: { readonly signal?: AbortSignal } = {}): Promise<ModelPoints> {
    const { features: scaling } = this.#parts;
    const pace = new Pace(options.signal);
    checkTable(table);
    const columns = scaling.map(({ name }) => needed(table, name));
    const { rows, leftOut } = usableRows(table.rows, columns);
    return { rows, leftOut, points: await scaledPoints(columns, rows, scaling, pace) };
  }

  /**
   * Puts customers into the segments. Columns are found by their names, letter case and spacing aside; others are not
   * needed. The rows that the model was found on get the labels they had.
   * @throws SegmentsError UNKNOWN_COLUMN, AMBIGUOUS_COLUMN, NOT_NUMERIC, EMPTY_COLUMN, OUT_OF_RANGE, INVALID_TABLE
   */
  async predict(
    table: Table,
    options: { readonly threads?: number; readonly signal?: AbortSignal } = {},
  ): Promise<Prediction> {
    const { kmeans, segments } = this.#parts;
    const { rows, leftOut, points } = await this.points(table, options);
    const labels = new Int32Array(table.rows).fill(-1);
    const sizes = new Int32Array(segments.length);
    if (rows.length > 0) {
      const places = new Int32Array(segments.length);
      for (const [place, { cluster }] of segments.entries()) places[cluster] = place;
      const clusters = await kmeans.predict(points, options);
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
}

function needed(table: Table, name: string): NumericColumn {
  const column = byName(table, name);
  if (column !== null) return checkNumeric(column);
  const names = quotedList(table.columns.map((each) => each.name));
  const message = `The model needs a column ${quoted(name)}, and the table has none. Its columns: ${names || "none"}.`;
  throw new SegmentsError("UNKNOWN_COLUMN", message, { column: name });
}
