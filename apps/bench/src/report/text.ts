import { type Precision, titleOf } from "../contenders/contender.ts";
import { type Agreement, agrees } from "../measure/agreement.ts";
import type { Measured, Measurement } from "../measure/measured.ts";
import { summarize } from "../measure/statistics.ts";
import { explained, K_MAX, WORKS, type Work } from "../works.ts";
import { excessOver, find, lowestInertias, medianInertias, timesAsLong } from "./compare.ts";
import { type Machine, machineLine } from "./machine.ts";
import { count, milliseconds } from "./number.ts";
import { reachText } from "./reach-text.ts";
import type { BenchResult } from "./result.ts";
import { tableLines, wrapped } from "./table.ts";

const PRECISIONS = ["float32", "float64"] as const;

const METHOD =
  'Medians of rounds in which all take turns, with the least and the most; "x kentro" is how many times as long it takes ' +
  'as kentro in that precision on as many threads. "Inertia" is how far the median is above the lowest that anyone came ' +
  "to, in float64 around the means of the labels. All start from the same bytes, each in the form that it takes: making " +
  "arrays of rows for those who want them is not counted, loading, checking and laying out points within a call is.";

/** What a benchmark begins with: the machine, the versions, and how these works are measured. */
export function openingText(
  machine: Machine,
  versions: Readonly<Record<string, string>>,
  measured: readonly Work[],
): string {
  const { cores, load } = machine;
  const all = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  const busy = load > cores / 2 ? "The machine is busy with other things: times, and so ratios, are off.\n" : "";
  const works = WORKS.filter((work) => measured.includes(work)).map((work) => `${work}: ${explained[work]}`);
  return `${machineLine(machine)}\n${wrapped(all.join(", "))}\n${busy}\n${[METHOD, ...works].map(wrapped).join("\n")}\n`;
}

/** A measurement as a table; below it who disagreed, whose inertia is higher, and what else there is to know. */
export function measurementText(measurement: Measurement): string {
  const { work, on, measured, leftOut } = measurement;
  const heading = ["", "ms", "least", "most", "x kentro f32", "f64", ...moreHeadings(measurement)];
  const lines = tableLines([heading, ...measured.map((one) => cellsOf(one, measurement))]);
  const hurry = leftOut.length === 0 ? [] : [`Left out, since they would take too long: ${leftOut.join("; ")}.`];
  const remarks = [...measured.flatMap(remarksOn), ...higherThan(measurement), ...roundsOf(measured), ...hurry];
  return `${[`${on}: ${work}`, ...lines, ...remarks].join("\n")}\n`;
}

/** What a benchmark ends with: whether answers agreed, and the goals. */
export function closingText(result: Pick<BenchResult, "measurements">): string {
  const wrong = result.measurements.flatMap(({ measured }) => measured).filter(({ agreement }) => !agrees(agreement));
  const verdict =
    wrong.length === 0
      ? "All answers that must be equal are."
      : `Answers disagree in ${wrong.length} ${wrong.length === 1 ? "measurement" : "measurements"}.`;
  const goals = reachText(result);
  return goals === "" ? `${verdict}\n` : `${verdict}\n\n${goals}`;
}

function moreHeadings({ work }: Measurement): readonly string[] {
  if (work === "iteration") return [];
  return work === "convergence" ? ["iterations", "inertia"] : ["inertia"];
}

function cellsOf(one: Measured, measurement: Measurement): readonly string[] {
  const { work, measured } = measurement;
  const inertia = inertiaCell(one, measurement);
  const iterations = one.iterations.length === 0 ? "-" : String(summarize(one.iterations).median);
  const more = work === "iteration" ? [] : work === "convergence" ? [iterations, inertia] : [inertia];
  if (one.samplesMs.length === 0) return [titleOf(one), "-", "", "", "-", "-", ...more];
  const { median, least, most } = summarize(one.samplesMs);
  const times = PRECISIONS.map((precision) => timesCell(one, measured, precision));
  return [titleOf(one), milliseconds(median), milliseconds(least), milliseconds(most), ...times, ...more];
}

function timesCell(one: Measured, measured: readonly Measured[], precision: Precision): string {
  const sameThreads = find(measured, { name: "kentro", precision, threads: one.threads });
  // Who has one thread alone is compared with whatever kentro there is.
  const kentro = sameThreads ?? find(measured, { name: "kentro", precision, threads: "default" });
  return (kentro && timesAsLong(one, kentro)?.median.toFixed(2)) ?? "-";
}

/** By how much the median inertia is above the lowest of all, at the k where that is most. */
function inertiaCell(one: Measured, { work, measured, bestKnown }: Measurement): string {
  const lowest = lowestInertias(measured, work === "elbow" || work === "analysis" ? null : bestKnown);
  const worst = excessOver(medianInertias(one), lowest);
  if (worst === null) return "-";
  const above = `+${(worst.above * 100).toFixed(3)} %`;
  return lowest.length === 1 || worst.above < 5e-6 ? above : `${above} at k ${worst.index + 1}`;
}

function remarksOn(one: Measured): readonly string[] {
  const words = disagreement(one.agreement);
  return words === "" ? [] : [`${titleOf(one)}${agrees(one.agreement) ? "" : " is not measured"}: ${words}.`];
}

function disagreement({ labels, inertia }: Agreement): string {
  const parts: string[] = [];
  if (labels !== null && labels.different > 0) {
    parts.push(`${count(labels.different)} labels are others than the reference's, ${count(labels.allowed)} may be`);
    if (labels.different > labels.allowed) {
      parts.push(`their inertia is off by ${labels.inertia.off.toExponential(1)}, ${labels.inertia.allowed} may be`);
    }
  }
  if (inertia !== null && inertia.off > inertia.allowed) {
    parts.push(`the inertia in the end is off by ${inertia.off.toExponential(1)}, ${inertia.allowed} may be`);
  }
  return parts.join("; ");
}

/** Where kentro's inertia is above another's, that is said. */
function higherThan({ work, measured }: Measurement): readonly string[] {
  if (work === "iteration" || work === "convergence") return [];
  return measured
    .filter(({ name }) => name === "kentro")
    .flatMap((ours) =>
      measured
        .filter(({ name }) => name !== "kentro")
        .flatMap((theirs) => {
          const worst = excessOver(medianInertias(ours), medianInertias(theirs));
          if (worst === null || worst.above <= 1e-6) return [];
          const at = medianInertias(ours).length === K_MAX ? ` at k ${worst.index + 1}` : "";
          return [
            `The inertia of ${titleOf(ours)} is ${(worst.above * 100).toFixed(4)} % above that of ${titleOf(theirs)}${at}.`,
          ];
        }),
    );
}

/** How many rounds there were, for all who did the same in one sentence. */
function roundsOf(measured: readonly Measured[]): readonly string[] {
  const sentences = new Map<string, string[]>();
  for (const one of measured) {
    if (one.samplesMs.length === 0) continue;
    const { length } = one.samplesMs;
    const rounds = `${length} ${length === 1 ? "round" : "rounds"}`;
    const sentence = one.span === null ? rounds : `${rounds} of ${1 + one.span} iterations against 1`;
    sentences.set(sentence, [...(sentences.get(sentence) ?? []), titleOf(one)]);
  }
  const all = [...sentences];
  if (all.length === 1) return [`${all[0][0]}.`];
  return all.map(([sentence, titles]) => `${sentence}: ${titles.join("; ")}.`);
}
