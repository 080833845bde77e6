import { access, constants, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { type Case, cases } from "../cases.ts";
import type { Contender } from "../contenders/contender.ts";
import { titleOf } from "../contenders/contender.ts";
import { pythonsToTry, type ScikitLearn, startScikitLearn, withoutScikitLearn } from "../contenders/scikit-learn.ts";
import { workerContenders } from "../contenders/worker-contender.ts";
import { makeSample } from "../data/sample.ts";
import { isScikitLearnSet } from "../data/source.ts";
import { agrees } from "../measure/agreement.ts";
import { FULL, QUICK } from "../measure/effort.ts";
import { type Breadth, takesPart } from "../measure/entry.ts";
import { measure } from "../measure/measure.ts";
import type { Measurement } from "../measure/measured.ts";
import { goalsOf } from "../reach.ts";
import { packageVersions, thisMachine } from "../report/machine.ts";
import { ProgressLine } from "../report/progress-line.ts";
import { type BenchResult, RESULT_VERSION } from "../report/result.ts";
import { closingText, measurementText, openingText } from "../report/text.ts";
import type { Work } from "../works.ts";
import type { Measuring } from "./arguments.ts";
import { pathOf } from "./path.ts";

/** Compares contenders as asked, and returns the exit code. */
export async function compare({ breadth, works, on, json }: Measuring, signal: AbortSignal): Promise<number> {
  const progress = new ProgressLine(process.stderr);
  const say = (text: string): void => {
    progress.clear();
    if (json !== "-") process.stdout.write(`${text}\n`);
  };
  const warn = (text: string): void => {
    progress.clear();
    process.stderr.write(`bench: ${text}\n`);
  };
  const plans = plansFor(breadth, works, on);
  if (plans.length === 0) {
    warn("Nothing is left to measure: these cases have none of these works, or a quick comparison leaves them out.");
    return 2;
  }
  // Minutes of measuring must not end in a folder that cannot be written to.
  if (json !== null && json !== "-") await access(dirname(pathOf(json)), constants.W_OK);
  const machine = thisMachine();
  const date = new Date().toISOString();
  const pythons = pythonsToTry(process.env);
  progress.at("looking for scikit-learn");
  const scikitLearn = await startScikitLearn(pythons, signal);
  if (scikitLearn === null) warn(withoutScikitLearn(pythons));
  const versions = { ...packageVersions(), ...scikitLearn?.versions };
  const contenders = [...workerContenders(), ...(scikitLearn?.contenders ?? [])];
  const measurements: Measurement[] = [];
  const format = "kentro-bench";
  const result: BenchResult = { format, version: RESULT_VERSION, date, breadth, machine, versions, measurements };
  say(
    openingText(
      machine,
      versions,
      plans.flatMap((plan) => plan.works),
    ),
  );
  try {
    for (const plan of plans) {
      if (scikitLearn === null && isScikitLearnSet(plan.on.source)) {
        warn(`${plan.on.name} is left out: its points come with scikit-learn.`);
        continue;
      }
      for await (const measurement of measureCase(plan, contenders, scikitLearn, breadth, (doing) =>
        progress.at(doing),
      )) {
        measurements.push(measurement);
        say(measurementText(measurement));
        // Whatever ends a long run leaves what was measured before.
        if (json !== null && json !== "-") await writeJson(result, json);
      }
    }
  } finally {
    progress.clear();
    await Promise.all(contenders.map((contender) => contender.close()));
    await scikitLearn?.close();
  }
  say(closingText(result).trimEnd());
  if (json !== null) await writeJson(result, json);
  return measurements.every(({ measured }) => measured.every(({ agreement }) => agrees(agreement))) ? 0 : 1;
}

interface CasePlan {
  readonly on: Case;
  readonly works: readonly Work[];
}

/** The works of each case that are to be measured. */
function plansFor(breadth: Breadth, works: readonly Work[], names: readonly string[]): readonly CasePlan[] {
  return cases
    .filter(({ name }) => names.includes(name))
    .map((on) => ({ on, works: worksOf(on, breadth).filter((work) => works.includes(work)) }))
    .filter((plan) => plan.works.length > 0);
}

function worksOf(on: Case, breadth: Breadth): readonly Work[] {
  if (breadth === "quick") return on.quick;
  return breadth === "reach" ? on.works.filter((work) => goalsOf(work, on.name).length > 0) : on.works;
}

/** Loads a case into all that take part in one of its works, and measures one work after the other. */
async function* measureCase(
  { on, works }: CasePlan,
  contenders: readonly Contender[],
  scikitLearn: ScikitLearn | null,
  breadth: Breadth,
  say: (doing: string) => void,
): AsyncGenerator<Measurement> {
  say(`${on.name}: making points`);
  const given = isScikitLearnSet(on.source) ? await scikitLearn?.pointsOf(on.source.kind) : undefined;
  const sample = makeSample(on, given);
  const takers = (work: Work) => contenders.filter((contender) => takesPart(contender, work, on.name, breadth));
  const taking = new Set(works.flatMap(takers));
  for (const contender of contenders) {
    // Whoever has no part in it leaves its memory, and its cores, to the others.
    if (!taking.has(contender)) await contender.close();
  }
  for (const contender of taking) {
    say(`${on.name}: ${titleOf(contender)}, loading`);
    await contender.load(sample);
  }
  const effort = breadth === "quick" ? QUICK : FULL;
  for (const work of works) {
    yield await measure(work, on, takers(work), effort, (doing) => say(`${on.name}, ${work}: ${doing}`));
  }
}

async function writeJson(result: BenchResult, file: string): Promise<void> {
  const text = `${JSON.stringify(result, null, 2)}\n`;
  if (file === "-") process.stdout.write(text);
  else await writeFile(pathOf(file), text);
}
