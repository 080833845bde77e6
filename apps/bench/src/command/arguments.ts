import { cases } from "../cases.ts";

/** What a command line asks for. */
export type Invocation =
  | { readonly command: "help" }
  | { readonly command: "wrong"; readonly message: string }
  | {
      readonly command: "measure";
      readonly quick: boolean;
      /** Where JSON goes: nowhere, to standard output, or into this file. */
      readonly json: null | { readonly file: string | null };
      /** Ids of the cases to run. */
      readonly caseIds: readonly string[];
    };

const ALL = cases.map(({ id }) => id);

export const HELP: string = `Usage: pnpm bench [options]

Compares kentro with ml-kmeans, skmeans and, where a Python has it, scikit-learn: labels first, then time.

Options:
  --quick        fewer rounds and fewer of the slow contenders, less than a minute
  --case <id>    only this case; may be repeated: ${ALL.join(", ")}
  --json [file]  machine, versions and every sample as JSON, into the file or on standard output instead of the tables
  --help         this text

Environment:
  KENTRO_PYTHON  the Python that has scikit-learn (otherwise python3, then /usr/bin/python3)

Exit codes:
  0 done, 1 labels disagree or a contender failed, 2 wrong usage
`;

/** Reads a command line, without node and script. */
export function readArguments(args: readonly string[]): Invocation {
  let quick = false;
  let json: null | { readonly file: string | null } = null;
  const caseIds: string[] = [];
  // pnpm passes on the "--" that npm needs.
  const rest = args[0] === "--" ? args.slice(1) : [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === "--help" || arg === "-h") return { command: "help" };
    if (arg === "--quick") quick = true;
    else if (arg === "--json") json = { file: rest[0]?.startsWith("-") === false ? (rest.shift() ?? null) : null };
    else if (arg === "--case") {
      const id = rest.shift();
      if (id === undefined || !ALL.includes(id)) {
        return wrong(`Expected --case to be one of ${ALL.join(", ")}, got ${id ?? "nothing"}.`);
      }
      caseIds.push(id);
    } else return wrong(`There is no option "${arg}": --help shows those that there are.`);
  }
  return { command: "measure", quick, json, caseIds: caseIds.length === 0 ? ALL : caseIds };
}

function wrong(message: string): Invocation {
  return { command: "wrong", message };
}
