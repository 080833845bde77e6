import { SegmentsError } from "../error.ts";
import type { SavedSegmentation } from "../model/saved.ts";
import { SegmentationModel } from "../model/segmentation-model.ts";
import { quoted } from "../quoted.ts";
import { type Dialect, dialects, identifier, literal, numeral } from "./dialect.ts";
import { featureSql, less } from "./feature-sql.ts";

export interface SqlOptions {
  readonly dialect: Dialect;
  /**
   * The table of customers: its name, quoted whatever it holds, or the parts of its name, `["shop", "customers"]`.
   * Default "customers".
   */
  readonly table?: string | readonly string[];
}

/**
 * The query that labels a table in a warehouse: every column of it, and `segment` (letter) and `segment_name`. It computes
 * in float64 what `predict` does, and a row gets the label that it has there. A row that `predict` leaves out, or refuses
 * with an error (a category that the model does not know, a number too large or without a logarithm), gets NULL. Columns
 * are named as in the table that the model was found on: where letter case counts, as in PostgreSQL, it counts here.
 * No column of the table may be called `kentro_row`; in ClickHouse none may begin with `kentro_`.
 * @throws SegmentsError `INVALID_OPTION`; what `SegmentationModel.fromJSON` throws for a saved segmentation
 * @example
 * sqlOf(model, { dialect: "postgres", table: ["shop", "customers"] }); // "WITH kentro_read AS (..."
 */
export function sqlOf(
  model: SegmentationModel | SavedSegmentation,
  { dialect, table = "customers" }: SqlOptions,
): string {
  if (!dialects.includes(dialect)) {
    const message = `Expected dialect to be one of ${dialects.join(", ")}, got ${quoted(String(dialect))}.`;
    throw new SegmentsError("INVALID_OPTION", message);
  }
  const parts = typeof table === "string" ? [table] : table;
  if (parts.length === 0 || parts.includes("")) {
    throw new SegmentsError("INVALID_OPTION", "Expected table to be a name, or the parts of one, got nothing.");
  }
  const checked = model instanceof SegmentationModel ? model : SegmentationModel.fromJSON(model);
  const { features, segments, kmeans } = checked.toJSON();
  const sql = features.map((feature) => featureSql(feature, dialect));
  const name = (letter: string) => (i: number) => `kentro_${letter}${i + 1}`;
  const [read, value, coordinate, distance] = [name("r"), name("v"), name("x"), name("d")];
  const distances = kmeans.centroids.map((_, cluster) => distance(cluster));
  const stages: readonly Stage[] = [
    {
      name: "kentro_read",
      columns: features.map((feature, i) => [sql[i]!.read(`kentro_row.${identifier(feature.name, dialect)}`), read(i)]),
    },
    { name: "kentro_values", columns: sql.map((feature, i) => [feature.value(read(i)), value(i)]) },
    {
      name: "kentro_coordinates",
      columns: sql.flatMap((feature, i) => feature.coordinates(value(i))).map((each, i) => [each, coordinate(i)]),
    },
    ...distanceStages(kmeans.centroids, coordinate, distance, dialect),
    {
      name: "kentro_nearest",
      columns: [[distances.length === 1 ? distances[0]! : `LEAST(${distances.join(", ")})`, "kentro_least"]],
      carry: distances,
    },
  ];
  // In the order of clusters: on a tie, the lowest.
  const nearest = segments.toSorted((a, b) => a.cluster - b.cluster);
  const label = (of: "letter" | "name") => {
    const cases = nearest.map((each) => {
      return `    WHEN ${distance(each.cluster)} = kentro_least THEN ${literal(each[of], dialect)}\n`;
    });
    return `CASE\n${cases.join("")}  END`;
  };
  const source = `${parts.map((part) => identifier(part, dialect)).join(".")} AS kentro_row`;
  const ctes = stages.map((stage, i) => {
    return `${stage.name} AS (\n${stageSql(stage, i === 0 ? source : stages[i - 1]!.name, dialect)})`;
  });
  const rest = [`${label("letter")} AS segment`, `${label("name")} AS segment_name`];
  const columns = [rowColumns(stages, dialect), ...rest].join(",\n  ");
  return `WITH ${ctes.join(",\n")}\nSELECT\n  ${columns}\nFROM kentro_nearest\n`;
}

/** A step of the computation: the row as the table has it, new columns, and of those of the step before, what is carried on. */
interface Stage {
  readonly name: string;
  /** Expression and name. */
  readonly columns: readonly (readonly [string, string])[];
  readonly carry?: readonly string[];
}

/**
 * The row goes through the stages as one column, so that no name in it can clash with ours; ClickHouse alone has no such
 * column. Without OFFSET 0, PostgreSQL would put the stages into each other: what is named once would be computed
 * anew for each distance and each comparison of distances.
 */
function stageSql({ columns, carry = [] }: Stage, from: string, dialect: Dialect): string {
  const made = columns.map(([expression, name]) => `${expression} AS ${name}`);
  const selected = dialect === "clickhouse" ? ["*", ...made] : ["kentro_row", ...carry, ...made];
  return `  SELECT\n    ${selected.join(",\n    ")}\n  FROM ${from}\n${dialect === "postgres" ? "  OFFSET 0\n" : ""}`;
}

function rowColumns(stages: readonly Stage[], dialect: Dialect): string {
  if (dialect === "postgres") return "(kentro_row).*";
  if (dialect !== "clickhouse") return "kentro_row.*";
  return `* EXCEPT (${stages.flatMap(({ columns }) => columns.map(([, name]) => name)).join(", ")})`;
}

/**
 * The distances to the centroids. DuckDB looks for what expressions have in common in a time that grows with the square of
 * their number, minutes for 100 features and 20 segments; its distance of two lists is one expression. A list may not hold
 * NULL, and it gives roots where the others have squares.
 */
function distanceStages(
  centroids: readonly (readonly number[])[],
  coordinate: (i: number) => string,
  distance: (i: number) => string,
  dialect: Dialect,
): readonly Stage[] {
  const to = (of: (centroid: readonly number[]) => string): Stage => {
    return { name: "kentro_distances", columns: centroids.map((each, i) => [of(each), distance(i)]) };
  };
  if (dialect !== "duckdb") return [to((centroid) => squared(centroid, coordinate))];
  const coordinates = centroids[0]!.map((_, i) => coordinate(i));
  const known = inGroups(
    coordinates.map((each) => `${each} IS NOT NULL`),
    TERMS_A_LINE,
  ).map((line) => line.join(" AND "));
  const point = `CASE\n      WHEN ${known.join("\n        AND ")}\n      THEN [${coordinates.join(", ")}]\n    END`;
  return [
    { name: "kentro_points", columns: [[point, "kentro_point"]] },
    to((centroid) => `list_distance(kentro_point, [${centroid.map(numeral).join(", ")}])`),
  ];
}

const TERMS_A_LINE = 4;
/** Databases limit how deep an expression may be, and a sum is as deep as it has terms. */
const MOST_TERMS = 100;

function squared(centroid: readonly number[], coordinate: (i: number) => string): string {
  const terms = centroid.map((number, i) => `POWER(${less(coordinate(i), number)}, 2)`);
  const lines = inGroups(terms, TERMS_A_LINE).map((line) => line.join(" + "));
  const sums = inGroups(lines, MOST_TERMS).map((group) => group.join("\n      + "));
  return sums.length === 1 ? sums[0]! : sums.map((sum) => `(${sum})`).join("\n      + ");
}

function inGroups<T>(values: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, i) => values.slice(i * size, (i + 1) * size));
}
