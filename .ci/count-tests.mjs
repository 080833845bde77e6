// Adds up what vitest ("Tests  3 failed | 52 passed (55)") and as-pect ("[Tests]: 19 / 19") report on standard input.
import { readFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";

let passed = 0;
let failed = 0;
/** By what turbo begins the lines of a package with. */
const failedFiles = new Map();
for (const line of stripVTControlCharacters(readFileSync(0, "utf8")).split("\n")) {
  const from = /^\S+:test:/.exec(line)?.[0];
  const files = /\bTest Files\s+(.*)\(\d+\)\s*$/.exec(line)?.[1];
  const vitest = /\bTests\s+(no tests|.*\(\d+\))\s*$/.exec(line)?.[1];
  const aspect = /\[Tests\]:\s+(\d+)\s*\/\s*(\d+)/.exec(line);
  if (files !== undefined) {
    failedFiles.set(from, Number(/(\d+) failed/.exec(files)?.[1] ?? 0));
  } else if (vitest !== undefined) {
    passed += Number(/(\d+) passed/.exec(vitest)?.[1] ?? 0);
    // A file that fails before its tests has none that failed.
    failed += Math.max(failedFiles.get(from) ?? 0, Number(/(\d+) failed/.exec(vitest)?.[1] ?? 0));
  } else if (aspect !== null) {
    passed += Number(aspect[1]);
    failed += Number(aspect[2]) - Number(aspect[1]);
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
