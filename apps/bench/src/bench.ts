import { run } from "./command/run.ts";

// Where nobody listens any more, there is nothing left to measure for.
process.stdout.on("error", () => process.exit(1));

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
