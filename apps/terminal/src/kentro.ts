#!/usr/bin/env node
import { endOnCrash } from "./command/crash.ts";
import { run } from "./command/run.ts";

// A terminal or a pipe that is gone takes no complaints.
process.stderr.on("error", () => {});
endOnCrash();

const exitCode = await run(process.argv.slice(2));
process.exitCode = exitCode;
// What was interrupted may still hold the process for a while.
if (exitCode > 128) process.exit();
