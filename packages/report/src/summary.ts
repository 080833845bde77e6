import type { Segment, Segmentation } from "@kentro/segments";
import { byTelling, figures, type ShownColumn } from "./columns.ts";
import { told } from "./disclosure.ts";
import { amount, counted, percent } from "./numbers.ts";

/** A segmentation in three sentences to repeat: what was found, how large it is, and what tells it apart most. */
export function summary(segmentation: Segmentation, columns: readonly ShownColumn[]): readonly string[] {
  const { headline, segments } = segmentation;
  return [headline, ...sizes(segments), ...difference(segments, columns)];
}

function sizes(segments: readonly Segment[]): readonly string[] {
  const [largest, smallest] = [segments[0], segments.at(-1)];
  if (largest === undefined || smallest === undefined || segments.length < 2) return [];
  if (largest.size === smallest.size) return [`Each of them has ${counted(largest.size, "customer")}.`];
  const has = ({ size, share }: Segment) => `${counted(size, "customer")} (${percent(share)})`;
  return [
    `The largest is ${called(largest)}, with ${has(largest)}, the smallest ${called(smallest)}, with ${has(smallest)}.`,
  ];
}

function difference(segments: readonly Segment[], columns: readonly ShownColumn[]): readonly string[] {
  const features = columns.filter(({ feature }) => feature);
  const [best] = byTelling(
    segments,
    features.map(({ column }) => column),
  );
  const shown = features.find(({ column }) => column === best);
  if (shown === undefined) return [];
  const { column, everybody } = shown;
  const means = segments.filter(told).flatMap(({ letter, numeric }) => {
    const profile = figures(numeric, column);
    return profile === undefined ? [] : [{ letter, mean: profile.mean }];
  });
  const [low, high] = [Math.min, Math.max].map((end) => {
    const mean = end(...means.map((each) => each.mean));
    return means.find((each) => each.mean === mean);
  });
  if (low === undefined || high === undefined || low === high) return [];
  return [
    `What tells them apart most is ${column}: a mean of ${amount(low.mean)} in ${low.letter} and ${amount(high.mean)} in ${high.letter}, where all customers have ${amount(everybody)}.`,
  ];
}

function called({ letter, name }: Segment): string {
  return `${letter}, “${name}”`;
}
