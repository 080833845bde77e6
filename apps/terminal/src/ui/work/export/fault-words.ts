import { failureOf } from "../../../command/failure.ts";
import type { Output, OutputFault } from "../../../command/output-faults.ts";
import { quotedName } from "../../../text/visible.ts";

const NAMES: Readonly<Record<Output["option"], string>> = {
  ...{ "--out": "the labels", "--model": "the model", "--report": "the report", "--charts": "the charts" },
  "--out-dir": "the lists",
};

/** Why something cannot be written to `path`, in a sentence. */
export function faultWords({ option, path }: Output, fault: Exclude<OutputFault, { kind: "exists" }>): string {
  const name = quotedName(path);
  switch (fault.kind) {
    case "read":
      return `${name} is the file that is read: it stays as it is. Choose another path for ${NAMES[option]}.`;
    case "taken":
      return `${name} would be both ${NAMES[fault.by]} and ${NAMES[option]}: choose another path for one of them.`;
    case "type":
      return failureOf(fault.error).message;
    case "noFolder":
      return `${name} cannot be written: there is no folder ${quotedName(fault.folder)}.`;
    case "notWritable":
      return `${name} cannot be written: you may not write to the folder ${quotedName(fault.folder)}.`;
    case "notAFile":
      return `${name} is no file that can be replaced: choose another path for ${NAMES[option]}.`;
    case "notAFolder":
      return `${name} is a file, not a folder: choose another path for ${NAMES[option]}.`;
    default:
      return fault satisfies never;
  }
}
