import { access, constants, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { cases } from "../cases.ts";
import type { Contender } from "../contenders/contender.ts";
import { pythonsToTry, startScikitLearn } from "../contenders/scikit-learn.ts";
import { workerContenders } from "../contenders/worker-contender.ts";
import { makeSample } from "../data/sample.ts";
import { agrees } from "../measure/agreement.ts";
import { FULL, QUICK } from "../measure/effort.ts";
import { measure, titleOf } from "../measure/rounds.ts";
import { packageVersions, thisMachine } from "../report/machine.ts";
import { ProgressLine } from "../report/progress-line.ts";
import type { BenchResult, CaseResult } from "../report/result.ts";
import { caseText, closingText, openingText } from "../report/text.ts";
import { HELP, type Invocation, readArguments } from "./arguments.ts";

/** Runs one command line (without node and script) and returns the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const asked = readArguments(args);
  switch (asked.command) {
    case "help":
      process.stdout.write(HELP);
      return 0;
    case "wrong":
      process.stderr.write(`bench: ${asked.message}\n`);
      return 2;
    case "measure":
      return await compare(asked);
  }
}

type Asked = Extract<Invocation, { command: "measure" }>;

async function compare({ quick, json, caseIds }: Asked): Promise<number> {
  const progress = new ProgressLine(process.stderr);
  const say = (text: string): void => {
    progress.clear();
    if (json === null || json.file !== null) process.stdout.write(`${text}\n`);
  };
  // Minutes of measuring must not end in a folder that cannot be written to.
  if (json !== null && json.file !== null) await access(dirname(pathOf(json.file)), constants.W_OK);
  const machine = thisMachine();
  const pythons = pythonsToTry(process.env);
  progress.at("looking for scikit-learn");
  const scikitLearn = await startScikitLearn(pythons);
  const versions = { ...packageVersions(), ...scikitLearn?.versions };
  const contenders = [...workerContenders(), ...(scikitLearn?.contenders ?? [])];
  progress.clear();
  if (scikitLearn === null) process.stderr.write(`bench: ${withoutScikitLearn(pythons)}\n`);
  say(openingText(machine, versions));
  const results: CaseResult[] = [];
  try {
    for (const id of caseIds) {
      const result = await measureCase(id, contenders, quick, (doing) => progress.at(`${id}: ${doing}`));
      results.push(result);
      say(caseText(result));
    }
  } finally {
    progress.clear();
    await Promise.all(contenders.map((contender) => contender.close()));
  }
  const result: BenchResult = { quick, machine, versions, cases: results };
  say(closingText(result).trimEnd());
  if (json !== null) await writeJson(result, json.file);
  return results.every(({ measured }) => measured.every(({ agreement }) => agrees(agreement))) ? 0 : 1;
}

async function measureCase(
  caseId: string,
  contenders: readonly Contender[],
  quick: boolean,
  say: (doing: string) => void,
): Promise<CaseResult> {
  const found = cases.find(({ id }) => id === caseId);
  if (found === undefined) throw new RangeError(`There is no case "${caseId}"`);
  say("making points");
  const takesPart = ({ name, slow }: Contender): boolean => !slow || !quick || found.slowInQuick.includes(name);
  const taking = contenders.filter(takesPart);
  const leftOut = contenders.filter((contender) => !takesPart(contender)).map(titleOf);
  const measured = await measure(taking, makeSample(found), found, quick ? QUICK : FULL, say);
  const { id, rows, columns, k } = found;
  return { id, rows, columns, k, measured, leftOut };
}

function withoutScikitLearn(pythons: readonly string[]): string {
  return `scikit-learn is left out: ${pythons.join(" and ")} cannot import it (KENTRO_PYTHON names another Python).`;
}

/** Paths are meant from where the user stands, which pnpm leaves in INIT_CWD. */
function pathOf(file: string): string {
  return resolve(process.env["INIT_CWD"] ?? ".", file);
}

async function writeJson(result: BenchResult, file: string | null): Promise<void> {
  const text = `${JSON.stringify(result, null, 2)}\n`;
  if (file === null) process.stdout.write(text);
  else await writeFile(pathOf(file), text);
}
