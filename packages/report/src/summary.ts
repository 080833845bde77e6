import type { Segment, Segmentation } from "@kentro/segments";
import { byTelling, figures, type ShownColumn } from "./columns.ts";
import { told } from "./disclosure.ts";
import { amount, counted, listed, percent } from "./numbers.ts";

/** A segmentation in three sentences to repeat: what was found, how large it is, and who brings the money, or else what tells it apart most. */
export function summary(segmentation: Segmentation, columns: readonly ShownColumn[]): readonly string[] {
  const { headline, segments } = segmentation;
  const brought = money(segmentation);
  return [headline, ...sizes(segments), ...(brought === null ? difference(segments, columns) : [brought])];
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

/** Who brings how much of the value; null where there is none, or nobody to say it of. */
function money({ segments, value }: Segmentation): string | null {
  if (value === null || segments.length < 2) return null;
  const bringing = segments.flatMap((segment) => {
    const share = told(segment) ? (segment.value?.share ?? null) : null;
    return share === null ? [] : [{ segment, share, high: segment.value?.high === true }];
  });
  const high = bringing.filter((each) => each.high);
  const [first, ...others] = high.length > 0 ? high : bringing.toSorted((a, b) => b.share - a.share).slice(0, 1);
  if (first === undefined) return null;
  const all = [first, ...others];
  const customers = percent(
    all.reduce((sum, { segment }) => sum + segment.share, 0),
    0,
  );
  const brought = percent(
    all.reduce((sum, { share }) => sum + share, 0),
    0,
  );
  if (high.length === 0) {
    return `No segment brings much more of ${value.column} than its share of the customers; the most, ${brought}, comes from ${called(first.segment)}, with ${customers} of the customers.`;
  }
  if (others.length === 0) {
    return `${called(first.segment)}, is ${customers} of the customers and brings ${brought} of ${value.column}.`;
  }
  return `${listed(all.map(({ segment }) => segment.letter))} spend most: ${customers} of the customers, they bring ${brought} of ${value.column}.`;
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
