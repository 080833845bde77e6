import { type Contender, type JobReply, titleOf } from "../contenders/contender.ts";
import { type Agreement, agrees, compareInertia, compareLabels, type Labeled } from "./agreement.ts";
import type { Measured } from "./measured.ts";
import { inTurns, type Saying } from "./rounds.ts";

/** Iterations after which labels are compared. */
export const CHECKED_ITERATIONS = 3;

/** A contender, and how much it does. */
export interface Entrant {
  readonly contender: Contender;
  readonly rounds: number;
  readonly span: number;
}

/**
 * Measures one iteration of each contender. First its labels after a few iterations and its inertia after the last are
 * compared with those of the reference: whoever disagrees is reported, and not measured.
 *
 * @param reference a contender in float64
 */
export async function measureIteration(
  entrants: readonly Entrant[],
  reference: Contender,
  repeats: number,
  say: Saying,
): Promise<readonly Measured[]> {
  const expected = referenceOf(reference, repeats);
  const checked: { readonly entrant: Entrant; readonly agreement: Agreement; readonly samplesMs: number[] }[] = [];
  for (const entrant of entrants) {
    say(`${titleOf(entrant.contender)}, checking`);
    checked.push({ entrant, agreement: await check(entrant, expected, repeats), samplesMs: [] });
  }
  const turns = checked
    .filter(({ agreement }) => agrees(agreement))
    .map(({ entrant: { contender, rounds, span }, samplesMs }) => ({
      identity: contender,
      rounds,
      take: async () => {
        samplesMs.push(await iterationMs(contender, span, repeats));
      },
    }));
  await inTurns(turns, say);
  return checked.map(({ entrant: { contender, span }, agreement, samplesMs }) => {
    const { name, precision, threads } = contender;
    return { name, precision, threads, agreement, span, samplesMs, inertias: [], iterations: [] };
  });
}

/** What the reference comes to after so many iterations. Each is computed once. */
interface Expected {
  labels(): Promise<Labeled>;
  inertia(iterations: number): Promise<number>;
}

function referenceOf(reference: Contender, repeats: number): Expected {
  let labels: Promise<Labeled> | undefined;
  const inertias = new Map<number, Promise<number>>();
  return {
    labels: () => {
      labels ??= labelsAfter(reference, CHECKED_ITERATIONS, repeats);
      return labels;
    },
    inertia: (iterations) => {
      const known = inertias.get(iterations) ?? inertiaAfter(reference, iterations);
      inertias.set(iterations, known);
      return known;
    },
  };
}

/** Fits that are repeated are repeated here too: the compiler has learned them before they count. */
async function check({ contender, span }: Entrant, expected: Expected, repeats: number): Promise<Agreement> {
  const { precision } = contender;
  const labels = await labelsAfter(contender, CHECKED_ITERATIONS, repeats);
  const inertia = await inertiaAfter(contender, 1 + span);
  return {
    labels: compareLabels(await expected.labels(), labels, precision),
    inertia: compareInertia(await expected.inertia(1 + span), [inertia], precision),
  };
}

async function labelsAfter(contender: Contender, limit: number, repeats: number): Promise<Labeled> {
  const { labels, inertias } = await contender.run({ job: { kind: "from start", limit }, repeats, wants: "labels" });
  if (labels === null) throw new TypeError("Expected labels that were asked for, got none");
  return { labels, inertia: inertias[0] };
}

async function inertiaAfter(contender: Contender, limit: number): Promise<number> {
  const reply = await contender.run({ job: { kind: "from start", limit }, repeats: 1, wants: "inertia" });
  requireIterations(contender, reply, limit);
  return reply.inertias[0];
}

/** What is the same in a long and in a short fit (loading, checks, the last assignment) falls out of their difference. */
async function iterationMs(contender: Contender, span: number, repeats: number): Promise<number> {
  const short = await contender.run({ job: { kind: "from start", limit: 1 }, repeats, wants: "time" });
  const limit = 1 + span;
  const long = await contender.run({ job: { kind: "from start", limit }, repeats, wants: "time" });
  requireIterations(contender, short, 1);
  requireIterations(contender, long, limit);
  return (long.elapsedMs - short.elapsedMs) / span;
}

function requireIterations(contender: Contender, { iterations }: JobReply, wanted: number): void {
  if (iterations === wanted) return;
  throw new Error(`Expected ${titleOf(contender)} to do ${wanted} iterations, got ${iterations}`);
}
