import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as segments from "./index.ts";

const text = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const code = Array.from(text.matchAll(/^```js\n(.*?)^```$/gms), ([, block]) => block!).join("\n");

/** A line that says what an expression is: `headline; // "5 segments"`. */
const CLAIM = /^(\S.*); \/\/ (.+)$/gm;

test("every example of the README runs, and gives what it says", async () => {
  const names = Array.from(code.matchAll(/^import \{ (.+) \} from "@kentro\/segments";$/gm), ([, list]) => list!);
  const imported = [...new Set(names.flatMap((list) => list.split(", ")))];
  const known = new Map<string, unknown>(Object.entries(segments));
  const body = code.replace(/^import .*$/gm, "").replace(CLAIM, "claim($1, $2);");
  const claims: [unknown, unknown][] = [];
  const claim = (found: unknown, said: unknown) => claims.push([found, said]);
  const AsyncFunction: FunctionConstructor = Object.getPrototypeOf(async () => {}).constructor;
  await AsyncFunction("claim", ...imported, body)(claim, ...imported.map((name) => known.get(name)));
  expect(claims.map(([found]) => found)).toEqual(claims.map(([, said]) => said));
  expect(claims).toHaveLength(Array.from(code.matchAll(CLAIM)).length);
});
