#!/usr/bin/env node
import { fail, run } from "./command/run.ts";

// A terminal or a pipe that is gone takes no complaints.
process.stderr.on("error", () => {});
process.on("uncaughtException", (error) => process.exit(fail(error)));

const exitCode = await run(process.argv.slice(2));
process.exitCode = exitCode;
// What was interrupted may still hold the process for a while.
if (exitCode > 128) process.exit();
