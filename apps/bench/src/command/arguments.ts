import { parseArgs } from "node:util";
import { cases } from "../cases.ts";
import type { Breadth } from "../measure/entry.ts";
import { WORKS, type Work } from "../works.ts";

/** What a command line asks for. */
export type Invocation =
  | { readonly command: "help" }
  | { readonly command: "wrong"; readonly message: string }
  | Measuring
  | { readonly command: "show"; readonly from: string; readonly svg: string | null; readonly readme: string | null }
  | { readonly command: "scaling" }
  | { readonly command: "kernels" };

/** A comparison with others. */
export interface Measuring {
  readonly command: "measure";
  readonly breadth: Breadth;
  readonly works: readonly Work[];
  /** Names of the cases. */
  readonly on: readonly string[];
  /** Where JSON goes: "-" for standard output, or a file. */
  readonly json: string | null;
}

export const HELP: string = `Usage: pnpm bench [options]

Compares kentro with scikit-learn, where a Python has it, ml-kmeans, skmeans and @thi.ng/k-means: answers first, then time.

What to measure:
  --quick           few cases, rounds and contenders: about a minute
  --reach           what is to be reached, and no more, as a table with targets: about half an hour
  --only <works>    only these, with commas: ${WORKS.join(",")}
  --case <text>     only cases whose name has this text; may be repeated
  --scaling         kentro alone: an iteration by rows, columns, k and threads; a quarter of an hour
  --kernels         every kernel beside the peak of the machine
Without any of them everything is compared, which takes an hour or two.

What to do with it:
  --json <file>     machine, versions and every sample as JSON into a file, or with - on standard output instead of tables
  --from <file>     measures nothing: shows the JSON of an earlier run
  --svg <file>      with --from: draws it
  --readme <file>   with --from: puts its tables between the marks <!-- bench --> and <!-- /bench --> of a file
  --help            this text

Cases:
${cases.map(({ name, works }) => `  ${name.padEnd(26)} ${works.join(", ")}`).join("\n")}

Environment:
  KENTRO_PYTHON     the Python that has scikit-learn (otherwise python3, then /usr/bin/python3)

Exit codes:
  0 done, 1 answers disagree or a contender failed, 2 wrong usage, 130 interrupted
`;

/** Modes that exclude each other. */
const MODES = ["quick", "reach", "scaling", "kernels", "from"] as const;

/** Reads a command line, without node and script. */
export function readArguments(args: readonly string[]): Invocation {
  // pnpm passes on the "--" that npm needs.
  const rest = args[0] === "--" ? args.slice(1) : [...args];
  try {
    return invocationOf(parsed(rest));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { command: "wrong", message: `${error.message.split(". To ")[0]}: --help shows what there is.` };
  }
}

function parsed(args: string[]) {
  const options = {
    quick: { type: "boolean" },
    reach: { type: "boolean" },
    only: { type: "string" },
    case: { type: "string", multiple: true },
    scaling: { type: "boolean" },
    kernels: { type: "boolean" },
    json: { type: "string" },
    from: { type: "string" },
    svg: { type: "string" },
    readme: { type: "string" },
    help: { type: "boolean", short: "h" },
  } as const;
  return parseArgs({ args, options, allowPositionals: false, strict: true }).values;
}

function invocationOf(values: ReturnType<typeof parsed>): Invocation {
  if (values.help === true) return { command: "help" };
  const modes = MODES.filter((mode) => values[mode] !== undefined);
  if (modes.length > 1) throw new TypeError(`Options --${modes.join(" and --")} exclude each other`);
  const [mode = "full"] = modes;
  if (mode !== "from") refuse(values, ["svg", "readme"], "goes with --from only");
  switch (mode) {
    case "scaling":
    case "kernels":
      refuse(values, ["only", "case", "json"], `does not go with --${mode}`);
      return { command: mode };
    case "from":
      refuse(values, ["only", "case", "json"], "does not go with --from");
      return { command: "show", from: values.from ?? "", svg: values.svg ?? null, readme: values.readme ?? null };
    default:
      return {
        command: "measure",
        breadth: mode,
        works: worksIn(values.only),
        on: namesWith(values.case),
        json: values.json ?? null,
      };
  }
}

function refuse(
  values: ReturnType<typeof parsed>,
  names: readonly (keyof ReturnType<typeof parsed>)[],
  why: string,
): void {
  const found = names.find((name) => values[name] !== undefined);
  if (found !== undefined) throw new TypeError(`Option --${found} ${why}`);
}

function worksIn(only: string | undefined): readonly Work[] {
  if (only === undefined) return WORKS;
  const wished = only.split(",").map((each) => each.trim());
  for (const each of wished) {
    if (!WORKS.some((work) => work === each)) {
      throw new TypeError(`Expected --only to be some of ${WORKS.join(",")}, got "${each}"`);
    }
  }
  return WORKS.filter((work) => wished.includes(work));
}

function namesWith(texts: readonly string[] | undefined): readonly string[] {
  const names = cases.map(({ name }) => name);
  if (texts === undefined) return names;
  for (const text of texts) {
    if (!names.some((name) => has(name, text))) throw new TypeError(`There is no case with "${text}" in its name`);
  }
  return names.filter((name) => texts.some((text) => has(name, text)));
}

function has(name: string, text: string): boolean {
  return name.toLowerCase().includes(text.toLowerCase());
}
