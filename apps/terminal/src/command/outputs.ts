import { CommandError } from "./failure.ts";
import { isFolder, type Output, type OutputFault, outputLook } from "./output-faults.ts";

/** What other programs take for standard output, which has what a command says. */
const STANDARD_OUTPUT = "-";

/**
 * Looks at every output before any work is done. Throws a CommandError: `usage` where two outputs are one file, or one
 * is an input or standard output; `input` where a file exists already and `force` is false, is no plain file, or its folder cannot be
 * written to. Throws a TablesError where `--out` has the name of something that is not written.
 */
export async function checkOutputs(
  outputs: readonly Output[],
  inputs: readonly string[],
  force: boolean,
): Promise<void> {
  const look = await outputLook(inputs);
  for (const output of outputs) {
    const { option, path } = output;
    if (path === STANDARD_OUTPUT) {
      const what = isFolder(output) ? "folder" : "file";
      throw new CommandError("usage", `${option} writes a ${what}, not to standard output; one of that name is "./-".`);
    }
    const fault = await look(output);
    if (fault !== null && !(fault.kind === "exists" && force)) throw refusal(output, fault);
  }
}

function refusal({ option, path }: Output, fault: OutputFault): unknown {
  const named = `${option} "${path}"`;
  switch (fault.kind) {
    case "read":
      return new CommandError("usage", `${named} is the file that is read.`);
    case "taken":
      return new CommandError("usage", `${fault.by} and ${option} are the same file, "${path}".`);
    case "type":
      return fault.error;
    case "noFolder":
      return new CommandError("input", `${named}: the folder "${fault.folder}" does not exist.`);
    case "notWritable":
      return new CommandError("input", `${named}: the folder "${fault.folder}" may not be written to.`);
    case "notAFile":
      return new CommandError("input", `${named} is not a file that can be replaced.`);
    case "notAFolder":
      return new CommandError("input", `${named} is a file, not a folder.`);
    case "exists":
      return new CommandError("input", `${named} exists already; --force overwrites it.`);
    default:
      return fault satisfies never;
  }
}
