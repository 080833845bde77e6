// Adds up what vitest ("Tests  3 failed | 52 passed (55)") and as-pect ("[Tests]: 19 / 19") report on standard input.
import { readFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";

let passed = 0;
let failed = 0;
for (const line of stripVTControlCharacters(readFileSync(0, "utf8")).split("\n")) {
  const vitest = /\bTests\s+(.*)\(\d+\)\s*$/.exec(line)?.[1];
  const aspect = /\[Tests\]:\s+(\d+)\s*\/\s*(\d+)/.exec(line);
  if (vitest !== undefined) {
    passed += Number(/(\d+) passed/.exec(vitest)?.[1] ?? 0);
    failed += Number(/(\d+) failed/.exec(vitest)?.[1] ?? 0);
  } else if (aspect !== null) {
    passed += Number(aspect[1]);
    failed += Number(aspect[2]) - Number(aspect[1]);
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
