import { count, counted, percent, short } from "../../../text/number.ts";
import { sameCurve } from "../../state/settings.ts";
import type { Comparison, Flow } from "../../work/compare/protocol.ts";
import type { Result, Settings } from "../../work/protocol.ts";
import { weightText } from "../data/asked/words.ts";
import type { Pair } from "./pair.ts";

// From 0.65 up: Steinley 2004, Psychological Methods 9(3), whose "excellent", "good" and "moderate recovery" they are. What
// is under that he calls poor; the last step, chance, is ours.
const AGREEMENTS = [
  [1, "the same"],
  [0.9, "almost the same"],
  [0.8, "much the same"],
  [0.65, "alike in part"],
  [0.1, "different"],
  [Number.NEGATIVE_INFINITY, "no more alike than by chance"],
] as const;

/** What an adjusted Rand index is called. */
export function agreementWords(agreement: number): string {
  return AGREEMENTS.find(([least]) => agreement >= least)?.[1] ?? "not comparable";
}

/** An index with two decimals; nothing reads as 1 that is not. */
export function indexText(agreement: number): string {
  return agreement < 1 && agreement >= 0.995 ? ">0.99" : agreement.toFixed(2);
}

/** How much moved, in a few words: after a run with other settings. */
export function movedWords({ rows, moved, agreement }: Comparison): string {
  const stayed = percent((rows - moved) / Math.max(1, rows));
  const how = `${agreementWords(agreement)} (${indexText(agreement)})`;
  return `${stayed} kept their segment; the segments are ${how}: c compares.`;
}

/** How far two runs agree, in the fewest words. */
export function brief({ agreement, moved, rows }: Comparison): string {
  const words = agreementWords(agreement);
  const capital = words.charAt(0).toUpperCase() + words.slice(1);
  return `${capital} (${indexText(agreement)}): ${count(moved)} of ${count(rows)} changed segment.`;
}

/** How far two runs agree, in sentences. */
export function verdict(comparison: Comparison, pair: Pair): readonly string[] {
  const { agreement, rows, moved, onlyBefore, onlyAfter } = comparison;
  const nobody = moved === 0 ? "Nobody" : `${count(moved)} of ${counted(rows, "customer")} (${percent(moved / rows)})`;
  return [
    `The segments are ${agreementWords(agreement)}: adjusted Rand index ${indexText(agreement)} (1 is the same, 0 is chance). ${nobody} changed segment.`,
    ...(onlyBefore + onlyAfter === 0 ? [] : [onlyWords(onlyBefore, onlyAfter)]),
    measures(pair),
  ];
}

function onlyWords(onlyBefore: number, onlyAfter: number): string {
  const after = `${counted(onlyAfter, "customer")} who ${onlyAfter === 1 ? "is" : "are"} in the result shown alone`;
  return `Not counted: ${after}, and ${count(onlyBefore)} in the other alone.`;
}

/** Inertia and silhouette of both where they measure the same, else why they do not. */
function measures({ before, after }: Pair): string {
  const why = incomparable(before, after);
  if (why !== null) return `Inertia and silhouette cannot be compared: ${why}.`;
  const [old, now] = [before.segmentation, after.segmentation];
  const falls = old.k === now.k ? "" : " (it falls with every further segment)";
  const inertia = `Inertia ${short(now.inertia)}, was ${short(old.inertia)}${falls}`;
  const silhouettes = [now.silhouette, old.silhouette].map((value) => (value === null ? "none" : value.toFixed(2)));
  return `${inertia}; silhouette ${silhouettes.join(", was ")} (higher is clearer).`;
}

/** Why distances of two runs are no common measure; null where they are. */
export function incomparable(before: Result, after: Result): string | null {
  const [a, b] = [before.segmentation, after.segmentation];
  if (a.features.join("\n") !== b.features.join("\n")) return "the columns differ";
  if (a.scale !== b.scale) return "the scaling differs";
  const [one, other] = [before.settings, after.settings];
  if (!sameCurve({ ...one, features: "default", seed: 0 }, { ...other, features: "default", seed: 0 })) {
    return "logarithms, weights or missing values differ";
  }
  return a.rows === b.rows ? null : "they are not of the same customers";
}

/** What a run was made with, in short: `k 5, standard, 2 columns`. */
export function runWords({ segmentation }: Result): string {
  const { k, scale, features } = segmentation;
  return `k ${k}, ${scale}, ${counted(features.length, "column")}`;
}

/** What is other in a run than in the one that is shown. */
export function otherWords(other: Result, shown: Result): string {
  const [a, b] = [other.segmentation, shown.segmentation];
  const [asked, now] = [other.settings, shown.settings];
  const without = b.features.filter((name) => !a.features.includes(name));
  const more = a.features.filter((name) => !b.features.includes(name));
  const differs = (one: unknown, two: unknown): boolean => JSON.stringify(one) !== JSON.stringify(two);
  const words = [
    ...(a.k === b.k
      ? []
      : [
          a.k < b.k
            ? counted(b.k - a.k, "segment fewer", "segments fewer")
            : counted(a.k - b.k, "segment more", "segments more"),
        ]),
    ...(a.scale === b.scale ? [] : [`scaled ${a.scale}, not ${b.scale}`]),
    ...(more.length === 0 ? [] : [`with ${more.join(", ")}`]),
    ...(without.length === 0 ? [] : [`without ${without.join(", ")}`]),
    ...(differs(asked.log, now.log) ? [loggedWords(asked.log)] : []),
    ...(differs(asked.weights, now.weights) ? [weighedWords(asked.weights)] : []),
    ...(differs(asked.missing, now.missing) ? [`missing values: ${asked.missing.join(", ")}`] : []),
    ...(a.seed === b.seed ? [] : [`seed ${a.seed}`]),
    ...(differs(asked.edits, now.edits) ? ["other changes by hand"] : []),
  ];
  return words.length === 0 ? "the same settings" : words.join("; ");
}

function loggedWords(log: Settings["log"]): string {
  return log.length === 0 ? "no logarithm" : `logarithm of ${log.join(", ")}`;
}

function weighedWords(weights: Settings["weights"]): string {
  const weighed = Object.entries(weights).filter(([, weight]) => weight !== 1);
  return weighed.length === 0
    ? "no weights"
    : weighed.map(([name, weight]) => `${name} ${weightText(weight)}`).join(", ");
}

/** Who moved, and what they are like: `34 (28.3 %) of D went to B: higher income than those who stayed (62, not 48)`. */
export function flowWords(flow: Flow, { before, after }: Pair, { matches }: Comparison): string {
  const [from, to] = [before.segmentation.segments[flow.from], after.segmentation.segments[flow.to]];
  const share = percent(flow.customers / Math.max(1, from?.size ?? 0));
  const went = `${count(flow.customers)} (${share}) of ${from?.letter} went to ${to?.letter}`;
  if (!matches.includes(flow.from)) return `${went}: ${from?.letter} is no segment of its own now`;
  const { differs } = flow;
  if (differs === null) return `${went}: much like those who stayed`;
  const { column, movers, stayers, z } = differs;
  return `${went}: ${z > 0 ? "higher" : "lower"} ${column} than those who stayed (${short(movers)}, not ${short(stayers)})`;
}
