import { isRegrouping, roleOf, type Segment, type Segmentation, spendsMuch } from "@kentro/segments";
import { byTelling, figures, type ShownColumn } from "./columns.ts";
import { told } from "./disclosure.ts";
import { amount, counted, listed, percent } from "./numbers.ts";

/** More segments than this are counted, not listed by their letters. */
const mostLetters = 4;

/** From here on, in the words of Hennig (2007), resamples find the same segments. */
const stable = 0.75;

/**
 * A segmentation in three sentences to repeat: what was found and how far to trust it, how large it is, and who brings
 * the money or spends much, or else what tells it apart most.
 */
export function summary(segmentation: Segmentation, columns: readonly ShownColumn[]): readonly string[] {
  const { segments } = segmentation;
  const third = money(segmentation) ?? spenders(segmentation, columns) ?? difference(segments, columns);
  return [found(segmentation), sizes(segments), third].filter((sentence) => sentence !== null);
}

function found({ k, rows, structure, headline, elbow, howMany, stability, edits }: Segmentation): string {
  if (k === 1 || edits.some(isRegrouping)) return headline;
  const customers = counted(rows, "customer");
  const asked = elbow === null ? ", as many as asked for" : "";
  if (structure === "none" || (structure === "weak" && elbow !== null)) {
    const groups = structure === "none" ? "not natural groups" : "perhaps not natural groups";
    return `No clear structure: the ${k} segments of ${customers}${asked}${asked && ","} are a convenient cut, ${groups}.`;
  }
  const doubts: string[] = [];
  const vote = howMany?.votes.silhouette ?? k;
  if (vote !== k) doubts.push(`another measure speaks for ${vote}`);
  if (stability !== null && stability.mean < stable) doubts.push("drawing the customers again finds other ones");
  const though = doubts.length === 0 ? "" : `, though ${listed(doubts)}`;
  if (elbow === null) {
    const apart = structure === "clear" ? "clearly apart" : "apart only weakly";
    return `${customers} in ${k} segments${asked}; they stand ${apart}${though}.`;
  }
  const last = elbow.curve.at(-1);
  const least = last !== undefined && last.k === k && last.inertia > 0 ? "at least " : "";
  return `${customers} fall into ${least}${k} clear segments${though}.`;
}

function sizes(segments: readonly Segment[]): string | null {
  const [largest, smallest] = [segments[0], segments.at(-1)];
  if (largest === undefined || smallest === undefined || segments.length < 2) return null;
  if (largest.size === smallest.size) return `Each of them has ${counted(largest.size, "customer")}.`;
  const has = ({ size, share }: Segment) => `${counted(size, "customer")} (${percent(share)})`;
  return `The largest is ${called(largest)}, with ${has(largest)}; the smallest is ${called(smallest)}, with ${has(smallest)}.`;
}

/** Who brings how much of the value; null where there is none, or nobody to say it of. */
function money({ segments, value }: Segmentation): string | null {
  if (value === null || segments.length < 2) return null;
  const bringing = segments.filter(told).flatMap((segment) => {
    const share = segment.value?.share ?? null;
    return share === null ? [] : [{ segment, share }];
  });
  const high = bringing.filter(({ segment }) => spendsMuch(segment));
  const [most] = bringing.toSorted((a, b) => b.share - a.share);
  if (most === undefined) return null;
  if (high.length === 0) {
    const customers = wholePercent(most.segment.share);
    const brings = `${called(most.segment)}, brings the largest part of ${value.column}, ${wholePercent(most.share)}, with ${customers} of the customers`;
    return segments.some(spendsMuch) ? `${brings}.` : `${brings}; no segment brings much more than its share of them.`;
  }
  const customers = wholePercent(total(high.map(({ segment }) => segment.share)));
  const brought = `${wholePercent(total(high.map(({ share }) => share)))} of ${value.column}`;
  const [first] = high;
  if (first !== undefined && high.length === 1) {
    return `${called(first.segment)}, makes up ${customers} of the customers and brings ${brought}.`;
  }
  const who = together(
    high.map(({ segment }) => segment),
    segments.length,
  );
  return `${who} are high-spending: with ${customers} of the customers they bring ${brought}.`;
}

/** Who spends much by a column that is no money, such as a score; null where nobody does. */
function spenders({ segments, value }: Segmentation, columns: readonly ShownColumn[]): string | null {
  const high = value === null ? segments.filter((segment) => told(segment) && spendsMuch(segment)) : [];
  const [first] = high;
  const column = first?.numeric.find((profile) => roleOf(profile.column) === "spending")?.column;
  const shown = columns.find((each) => each.column === column);
  if (first === undefined || shown === undefined) return null;
  const customers = wholePercent(total(high.map(({ share }) => share)));
  const who = high.length === 1 ? `${called(first)}, is` : `${together(high, segments.length)} are`;
  if (high.length > mostLetters) return `${who} high-spending: ${customers} of the customers.`;
  const means = listed(high.map(({ numeric }) => amount(figures(numeric, shown.column)?.mean ?? 0)));
  return `${who} high-spending: ${customers} of the customers, with a mean ${shown.column} of ${means}, where all customers have ${amount(shown.everybody)}.`;
}

function difference(segments: readonly Segment[], columns: readonly ShownColumn[]): string | null {
  const features = columns.filter(({ feature }) => feature);
  const [best] = byTelling(
    segments,
    features.map(({ column }) => column),
  );
  const shown = features.find(({ column }) => column === best);
  if (shown === undefined) return null;
  const { column, everybody } = shown;
  const means = segments.filter(told).flatMap(({ letter, numeric }) => {
    const profile = figures(numeric, column);
    return profile === undefined ? [] : [{ letter, mean: profile.mean }];
  });
  const [low, high] = [Math.min, Math.max].map((end) => {
    const mean = end(...means.map((each) => each.mean));
    return means.find((each) => each.mean === mean);
  });
  if (low === undefined || high === undefined || low === high) return null;
  return `What tells them apart most is ${column}: a mean of ${amount(low.mean)} in ${low.letter} and ${amount(high.mean)} in ${high.letter}, where all customers have ${amount(everybody)}.`;
}

function called({ letter, name }: Segment): string {
  return `${letter}, “${name}”`;
}

/** "B and E", or "10 of the 25 segments". */
function together(some: readonly Segment[], all: number): string {
  if (some.length > mostLetters) return `${some.length} of the ${all} segments`;
  return listed(some.map(({ letter }) => letter));
}

function total(shares: readonly number[]): number {
  return shares.reduce((sum, share) => sum + share, 0);
}

function wholePercent(share: number): string {
  return percent(share, 0);
}
