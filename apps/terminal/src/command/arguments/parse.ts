import { type Command, CommanderError } from "commander";
import { CommandError } from "../failure.ts";
import { commandLine } from "./commands.ts";
import type { Invocation } from "./invocation.ts";

/**
 * Reads a command line (without node and script) and touches nothing outside: help and version come back as text.
 * `width` is for the help. Throws a CommandError of code `usage` for anything that is not a command of ours.
 */
export function parse(args: readonly string[], width = 80): Invocation {
  let found: Invocation | undefined;
  let said = "";
  const captured = (program: Command) =>
    program.exitOverride().configureOutput({
      writeOut: (text) => {
        said += text;
      },
      writeErr: () => {},
      getOutHelpWidth: () => width,
      getOutHasColors: () => false,
    });
  const program = commandLine(captured, (invocation) => {
    found = invocation;
  });
  try {
    program.parse(args, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) throw new CommandError("usage", sentence(error, program, args));
  }
  return found ?? { command: "say", text: said };
}

// What commander has to say of `kentro help nonsense` is the help itself, as an error.
const UNKNOWN_TOPIC = "There is no help on a command of that name.";

function sentence(error: CommanderError, program: Command, args: readonly string[]): string {
  const said =
    error.code === "commander.help" ? UNKNOWN_TOPIC : error.message.replace(/^error: /, "").replace(/\n/g, " ");
  const named = program.commands.find((command) => command.name() === args.find((arg) => !arg.startsWith("-")));
  const help = `kentro ${named === undefined ? "" : `${named.name()} `}--help shows what there is.`;
  return `${said.endsWith(".") || said.endsWith(")") ? said : `${said}.`} ${help}`;
}
