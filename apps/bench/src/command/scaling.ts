import { type Identity, isSame } from "../contenders/contender.ts";
import { workerContenders } from "../contenders/worker-contender.ts";
import { makeBlobs } from "../data/blobs.ts";
import { sampleOf } from "../data/sample.ts";
import { machineLine, thisMachine } from "../report/machine.ts";
import { ProgressLine } from "../report/progress-line.ts";
import { wrapped } from "../report/table.ts";
import { type Budget, type Grid, plansOf, WHOLE_BUDGET, WHOLE_GRID } from "../scaling/grid.ts";
import { measureSize } from "../scaling/scaling.ts";
import { convergedLine, scalingHeading, scalingLine, skippedText } from "../scaling/text.ts";

const ROUNDS = 3;

/** The same points for every k. */
const BLOBS = { k: 16, seed: 1, apart: 5 };

const SIDES: readonly Identity[] = [
  { name: "kentro", precision: "float32", threads: 1 },
  { name: "kentro", precision: "float32", threads: 2 },
];

const METHOD =
  `kentro in float32 on ${BLOBS.k} blobs that overlap: one iteration from the same start, 21 iterations less 1, over 20, ` +
  `median of ${ROUNDS} rounds in which one thread and two take turns.`;

/** Measures an iteration by rows, columns, k and threads. */
export async function scaling(grid: Grid = WHOLE_GRID, budget: Budget = WHOLE_BUDGET): Promise<number> {
  const progress = new ProgressLine(process.stderr);
  const say = (text: string): void => {
    progress.clear();
    process.stdout.write(`${text}\n`);
  };
  const contenders = workerContenders().filter((contender) => SIDES.some((side) => isSame(side, contender)));
  const plans = plansOf(grid, budget);
  say(`${machineLine(thisMachine())}\n${wrapped(METHOD)}\n\n${scalingHeading()}`);
  try {
    for (const { rows, columns, ks } of plans) {
      if (ks.length === 0) continue;
      progress.at(`${rows} x ${columns}: making points`);
      const points = makeBlobs({ rows, columns, k: BLOBS.k }, BLOBS.seed, BLOBS.apart);
      for (const k of ks) {
        const sample = sampleOf(points, { rows, columns, k, startSeed: 1 });
        const row = await measureSize(sample, contenders, ROUNDS, (doing) =>
          progress.at(`${rows} x ${columns}, k ${k}: ${doing}`),
        );
        say(row === null ? convergedLine(rows, columns, k) : scalingLine(row));
      }
    }
  } finally {
    progress.clear();
    await Promise.all(contenders.map((contender) => contender.close()));
  }
  say(`\n${skippedText(plans, budget)}`.trimEnd());
  return 0;
}
