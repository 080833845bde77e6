import { agrees } from "../measure/agreement.ts";
import { CHECKED_ITERATIONS, type Measured, titleOf } from "../measure/rounds.ts";
import { summarize } from "../measure/statistics.ts";
import { goalSentences } from "./goals.ts";
import type { Machine } from "./machine.ts";
import { count, milliseconds } from "./number.ts";
import { type Quantity, timesKentro } from "./ratio.ts";
import type { BenchResult, CaseResult } from "./result.ts";
import { tableLines } from "./table.ts";

const HEADINGS = [
  ["", "ms per", "", "x kentro", "x kentro", "ms per", "", "", "x kentro", "x kentro"],
  ["", "iteration", "spread", "float32", "float64", "whole fit", "spread", "inertia", "float32", "float64"],
];

const PRECISIONS = ["float32", "float64"] as const;

const METHOD = `One thread each. From the same first centroids, labels are compared after ${CHECKED_ITERATIONS} iterations, and an iteration is the
difference of two fits, 21 iterations against 1, over 20 (fewer where it is said), tolerance 0. A whole fit is what users
get for k: one start by the contender's own k-means++, stopped by its own defaults, with a seed for each round; beside it
how far its inertia is above the lowest. Medians of rounds in which all take turns (for the mall, whose fits
are short, of 100 fits in each round); the spread is from the least to the most, of the median. What would take too long
is "-", or left out. ml-kmeans and skmeans take arrays of rows: making them is not counted. kentro loads, checks and
transposes its points in every fit: it is counted.`;

/** What a benchmark begins with: the machine and the versions. */
export function openingText(machine: Machine, versions: Readonly<Record<string, string>>): string {
  const { processor, cores, platform, memoryBytes, load } = machine;
  const gibibytes = (memoryBytes / 2 ** 30).toFixed(1);
  const all = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return `${processor}, ${cores} cores, ${gibibytes} GiB, ${platform}, load ${load.toFixed(1)}\n${all.join(", ")}\n${
    load > cores / 2 ? "The machine is busy with other things: times, and so ratios, are off.\n" : ""
  }\n${METHOD}\n`;
}

/** A case as a table; below it who disagreed, and what else there is to know. */
export function caseText({ id, rows, columns, k, measured, leftOut }: CaseResult): string {
  const title = `${id}: ${count(rows)} x ${columns}, k ${k}`;
  const lines = tableLines([...HEADINGS, ...measured.map((one) => cellsOf(one, measured))]);
  const hurry = leftOut.length === 0 ? [] : [`Left out, to be quick: ${leftOut.join(", ")}.`];
  return `${[title, ...lines, ...measured.flatMap(remarksOn), ...roundsOf(measured), ...hurry].join("\n")}\n`;
}

/** What a benchmark ends with: the goals, and whether labels agreed. */
export function closingText({ cases }: Pick<BenchResult, "cases">): string {
  const wrong = cases.flatMap(({ measured }) => measured).filter(({ agreement }) => !agrees(agreement)).length;
  const verdict =
    wrong === 0 ? "All labels agree." : `Labels disagree in ${wrong} ${wrong === 1 ? "measurement" : "measurements"}.`;
  return `${[verdict, ...goalSentences(cases)].join("\n")}\n`;
}

function cellsOf(one: Measured, measured: readonly Measured[]): readonly string[] {
  const iteration = quantityCells(one, measured, "iterationSamplesMs");
  const [whole, spread, ...times] = quantityCells(one, measured, "wholeFitSamplesMs");
  return [titleOf(one), ...iteration, whole, spread, inertiaCell(one, measured), ...times];
}

/** By how much the median inertia of the whole fits is above the lowest of all. */
function inertiaCell({ wholeFitInertias }: Measured, measured: readonly Measured[]): string {
  if (wholeFitInertias.length === 0) return "-";
  const lowest = Math.min(...measured.flatMap((one) => one.wholeFitInertias));
  return `+${((summarize(wholeFitInertias).median / lowest - 1) * 100).toFixed(2)} %`;
}

/** Median, spread, and how many times as long as Kentro in either precision. */
function quantityCells(one: Measured, measured: readonly Measured[], quantity: Quantity): readonly string[] {
  const samples = one[quantity];
  if (samples.length === 0) return ["-", "", "-", "-"];
  const { median, least, most } = summarize(samples);
  const spread = samples.length === 1 ? "" : `${Math.round(((most - least) / Math.abs(median)) * 100)} %`;
  const times = PRECISIONS.map((precision) => timesKentro(one, measured, precision, quantity)?.toFixed(2) ?? "-");
  return [milliseconds(median), spread, ...times];
}

function remarksOn(one: Measured): readonly string[] {
  const { different, allowed } = one.agreement;
  if (different === 0) return [];
  const labels = `${count(different)} labels are others than the reference's, ${count(allowed)} may be`;
  return [`${titleOf(one)}${agrees(one.agreement) ? "" : " is not measured"}: ${labels}.`];
}

/** How many rounds there were, for all who did the same in one sentence. */
function roundsOf(measured: readonly Measured[]): readonly string[] {
  const sentences = new Map<string, string[]>();
  for (const one of measured) {
    if (one.iterationSamplesMs.length === 0) continue;
    const iterations = `${roundsIn(one.iterationSamplesMs)} of ${1 + one.span} iterations against 1`;
    const whole = one.wholeFitSamplesMs.length === 0 ? "" : `, ${roundsIn(one.wholeFitSamplesMs)} of whole fits`;
    const sentence = iterations + whole;
    sentences.set(sentence, [...(sentences.get(sentence) ?? []), titleOf(one)]);
  }
  return [...sentences].map(([sentence, titles]) => `${titles.join(", ")}: ${sentence}.`);
}

function roundsIn({ length }: readonly number[]): string {
  return length === 1 ? "1 round" : `${length} rounds`;
}
