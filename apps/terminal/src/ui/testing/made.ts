import type { Column, FeatureChoice, NumericColumn, Segment, Table, TextColumn } from "@kentro/segments";
import { factsOf } from "../work/facts.ts";
import { membersOf } from "../work/members.ts";
import type { ElbowCurve, Reply, Result, Settings } from "../work/protocol.ts";

/** A column of numbers; NaN is a cell that holds none. */
export function numbers(name: string, values: readonly number[]): NumericColumn {
  const missing = values.filter(Number.isNaN).length;
  return { name, type: "numeric", values: Float64Array.from(values), missing, unreadable: [], unreadableCount: 0 };
}

/** A column of text; null is an empty cell. */
export function texts(name: string, values: readonly (string | null)[]): TextColumn {
  const categories = [...new Set(values.filter((value) => value !== null))];
  const codes = Int32Array.from(values, (value) => (value === null ? -1 : categories.indexOf(value)));
  return { name, type: "text", codes, categories, missing: values.filter((value) => value === null).length };
}

/** What the worker answers when a table was read. */
export function opened(table: Table, id = 1): Reply {
  return { type: "opened", id, table, facts: table.columns.map(factsOf), choice: choiceOf(table, "default") };
}

/** Numbers are taken, and all else is left out. */
function choiceOf(table: Table, features: readonly string[] | "default"): FeatureChoice {
  const columns = table.columns.map(({ name, type }) => {
    const taken = features === "default" ? type === "numeric" : features.includes(name);
    const words = `${name} ${taken ? "taken: numbers that vary" : `left out: ${type}`}`;
    return { column: name, taken, reason: taken ? "numeric" : "text", words } as const;
  });
  return { by: "default", columns };
}

/** A result with given labels (-1: left out) and names, and profiles that are right as far as means go. */
export function resultOf(
  table: Table,
  labels: readonly number[],
  names: readonly string[],
  settings: Settings,
  headline = `${names.length} segments.`,
  run = 2,
): Result {
  const numeric = table.columns.filter((column) => column.type === "numeric");
  const features = settings.features === "default" ? numeric.map(({ name }) => name) : settings.features;
  const coded = Int32Array.from(labels);
  const members = membersOf(coded, names.length);
  const rows = members.rows.length;
  const segments = names.map((name, id): Segment => {
    const own = [...members.rows.subarray(members.starts[id], members.starts[id + 1])];
    const profiles = numeric.flatMap((column) => profileOf(column, own));
    return {
      ...{ id, letter: String.fromCharCode(65 + (id % 26)), name, note: null },
      ...{ size: own.length, share: own.length / rows },
      ...{ means: Object.fromEntries(profiles.map(({ column, mean }) => [column, mean])), numeric: profiles },
      ...{ categories: table.columns.flatMap((column) => sharesOf(column, own)), centroid: [], evidence: [] },
      ...{ value: null, typical: [], rule: null, suggestions: [], stability: null, border: null },
    };
  });
  return {
    run,
    settings,
    members,
    segmentation: {
      ...{ rowsRead: table.rows, rows, features, choice: choiceOf(table, features), scale: settings.scale },
      ...{ k: names.length, structure: "clear", seed: 0, inertia: 65.6, silhouette: 0.55, silhouetteSampled: null },
      ...{
        headline,
        segments,
        labels: coded,
        leftOut: { count: table.rows - rows, cells: [], cellCount: table.rows - rows },
        notes: { shapes: [], repeatedRows: 0, repeatedIds: null, repeatedCustomers: null, sentences: [] },
        ...{ value: null, howMany: null, edits: settings.edits, stability: null },
      },
    },
  };
}

function profileOf(column: NumericColumn, rows: readonly number[]): Segment["numeric"] {
  const values = rows.map((row) => column.values[row]!).filter((value) => !Number.isNaN(value));
  if (values.length === 0) return [];
  const mean = values.reduce((sum, value) => sum + value / values.length, 0);
  return [
    { column: column.name, mean, median: mean, z: ((mean * 7) % 5) - 2, lower: mean, upper: mean, importance: null },
  ];
}

function sharesOf(column: Column, rows: readonly number[]): Segment["categories"] {
  if (column.type !== "text" || rows.length === 0) return [];
  const shares = column.categories.slice(0, 50).map((value, code) => {
    const share = rows.filter((row) => column.codes[row] === code).length / rows.length;
    return { value, share, overall: 0.5, difference: share - 0.5, effect: 0 };
  });
  return shares.length < 2 ? [] : [{ column: column.name, shares }];
}

/** A curve of `points` points with its elbow at `k`. */
export function curveOf(settings: Settings, k: number | null, points = 10): ElbowCurve {
  return {
    settings,
    silhouetteSampled: null,
    k,
    points: Array.from({ length: points }, (_, index) => ({
      k: index + 1,
      inertia: 400 / (index + 1) ** 1.5,
      silhouette: index === 0 ? null : 0.3 + (index === (k ?? 0) - 1 ? 0.2 : 0),
      smallest: 40 - index,
    })),
    reason: k === null ? "The curve has no clear elbow." : `The curve bends at k = ${k}.`,
    howMany: null,
  };
}
