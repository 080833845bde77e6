import { run } from "./command/run.ts";

// Where nobody listens any more, there is nothing left to measure for.
process.stdout.on("error", () => process.exit(1));

const interrupted = new AbortController();
for (const [name, code] of [
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const) {
  process.on(name, () => {
    interrupted.abort();
    process.exit(code);
  });
}

try {
  process.exitCode = await run(process.argv.slice(2), interrupted.signal);
} catch (error) {
  process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
