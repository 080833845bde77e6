import { HELP, readArguments } from "./arguments.ts";
import { compare } from "./compare.ts";
import { kernels } from "./kernels.ts";
import { scaling } from "./scaling.ts";
import { show } from "./show.ts";

/**
 * Runs one command line (without node and script) and returns the exit code. `signal` ends every process that was
 * started, at once.
 */
export async function run(args: readonly string[], signal: AbortSignal): Promise<number> {
  const asked = readArguments(args);
  switch (asked.command) {
    case "help":
      process.stdout.write(HELP);
      return 0;
    case "wrong":
      process.stderr.write(`bench: ${asked.message}\n`);
      return 2;
    case "measure":
      return await compare(asked, signal);
    case "show":
      return await show(asked);
    case "kernels":
      return await kernels();
    case "scaling":
      return await scaling();
  }
}
