import type { Identity, Threads } from "../contenders/contender.ts";
import type { Measured, Measurement } from "../measure/measured.ts";
import { summarize } from "../measure/statistics.ts";
import { K_MAX, type Work } from "../works.ts";
import { find, timesAsLong } from "./compare.ts";
import { count } from "./number.ts";
import type { BenchResult } from "./result.ts";

/** One work, on all cases that it was measured on. */
export interface OverviewTable {
  readonly title: string;
  /** Kentro first. */
  readonly names: readonly string[];
  readonly rows: readonly OverviewRow[];
}

export interface OverviewRow {
  /** `1,000,000 x 4, k 8, blobs` */
  readonly title: string;
  /** One for each name; null where it was not measured. */
  readonly cells: readonly (OverviewCell | null)[];
}

export interface OverviewCell {
  readonly ms: number;
  /** As long as Kentro's. */
  readonly times: number;
}

const TABLES: readonly { readonly work: Work; readonly title: string; readonly threads: Threads }[] = [
  { work: "iteration", title: "One iteration, one thread each", threads: 1 },
  { work: "convergence", title: "From the same start to convergence", threads: "default" },
  { work: "fit", title: "Default fit", threads: "default" },
  { work: "elbow", title: `Elbow sweep, k 1 to ${K_MAX}`, threads: "default" },
];

/** What people want to see of a result: Kentro and scikit-learn in float32, the others in float64, which is all they have. */
export function overviewOf({ measurements }: Pick<BenchResult, "measurements">): readonly OverviewTable[] {
  return TABLES.flatMap(({ work, title, threads }) => {
    const ours: Identity = { name: "kentro", precision: "float32", threads };
    const all = measurements.filter((measurement) => {
      return measurement.work === work && (find(measurement.measured, ours)?.samplesMs.length ?? 0) > 0;
    });
    const sides = [ours, { ...ours, name: "scikit-learn" }, ...singleThreaded(all)];
    const shown = sides.filter((side) => all.some(({ measured }) => find(measured, side) !== undefined));
    const rows = all.map((measurement) => rowOf(measurement, ours, shown));
    return rows.length === 0 ? [] : [{ title, names: shown.map(({ name }) => nameOf(name)), rows }];
  });
}

/** Those that are neither Kentro nor scikit-learn, in the order that they were measured in. */
function singleThreaded(measurements: readonly Measurement[]): readonly Identity[] {
  const names = measurements
    .flatMap(({ measured }) => measured.map(({ name }) => name))
    .filter((name) => name !== "kentro" && name !== "scikit-learn");
  return [...new Set(names)].map((name) => ({ name, precision: "float64", threads: 1 }));
}

function rowOf({ on, rows, columns, k, work, measured }: Measurement, ours: Identity, shown: readonly Identity[]) {
  const kind = on.split(` k ${k} `)[1] ?? on;
  const kentro = find(measured, ours);
  return {
    title: `${count(rows)} x ${columns}${work === "elbow" ? "" : `, k ${k}`}, ${kind}`,
    cells: shown.map((identity) => cellOf(find(measured, identity), kentro)),
  };
}

function cellOf(one: Measured | undefined, kentro: Measured | undefined): OverviewCell | null {
  const times = one === undefined || kentro === undefined ? null : timesAsLong(one, kentro);
  return one === undefined || times === null ? null : { ms: summarize(one.samplesMs).median, times: times.median };
}

function nameOf(name: string): string {
  return name === "kentro" ? "Kentro" : name;
}
