import { type Contender, type Threads, titleOf } from "../contenders/contender.ts";
import type { Sample } from "../data/sample.ts";
import { inTurns, type Saying } from "../measure/rounds.ts";
import { type Summary, summarize } from "../measure/statistics.ts";
import { SPAN } from "../works.ts";

/** What was measured at one size. */
export interface ScalingRow {
  readonly rows: number;
  readonly columns: number;
  readonly k: number;
  /** Milliseconds an iteration, for each number of threads. */
  readonly times: readonly { readonly threads: Threads; readonly ms: Summary }[];
  /** Iterations that a measurement spans: fewer than usual where nothing moves any more before. */
  readonly span: number;
}

/** What is small is repeated until a sample has so many differences in an iteration: the clock would be measured. */
const LEAST_DIFFERENCES = 2e7;
const MOST_REPEATS = 50;

/** Measures one iteration of contenders in turns; null where nothing moves any more after the first. */
export async function measureSize(
  sample: Sample,
  contenders: readonly Contender[],
  rounds: number,
  say: Saying,
): Promise<ScalingRow | null> {
  const { rows, columns, k } = sample;
  const repeats = Math.min(MOST_REPEATS, Math.ceil(LEAST_DIFFERENCES / (rows * columns * k)));
  const job = (limit: number) => ({ job: { kind: "from start", limit }, repeats, wants: "time" }) as const;
  let limit = 1 + SPAN;
  for (const contender of contenders) {
    say(`${titleOf(contender)}, loading`);
    await contender.load(sample);
    // Not timed: the compiler learns, and threads start. Where it ends early, so do all.
    limit = Math.min(limit, (await contender.run(job(limit))).iterations ?? 1);
  }
  const span = limit - 1;
  if (span < 1) return null;
  const turns = contenders.map((contender) => {
    const samplesMs: number[] = [];
    const take = async (): Promise<void> => {
      const short = await contender.run(job(1));
      const long = await contender.run(job(limit));
      samplesMs.push((long.elapsedMs - short.elapsedMs) / span);
    };
    return { identity: contender, rounds, take, samplesMs };
  });
  await inTurns(turns, say);
  const times = turns.map(({ identity: { threads }, samplesMs }) => ({ threads, ms: summarize(samplesMs) }));
  return { rows, columns, k, times, span };
}
