import { readFileSync } from "node:fs";
import * as segments from "@kentro/segments";
import { expect, test } from "vitest";
import * as report from "./index.ts";

const text = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const code = Array.from(text.matchAll(/^```js\n(.*?)^```$/gms), ([, block]) => block!).join("\n");

/** A line that says what an expression is: `page.length; // 3`. */
const CLAIM = /^(\S.*); \/\/ (.+)$/gm;

test("the example of the README runs, and gives what it says", async () => {
  const known = new Map<string, unknown>(Object.entries({ ...segments, ...report }));
  const names = Array.from(code.matchAll(/^import \{ (.+) \} from/gm), ([, list]) => list!.split(", ")).flat();
  const claims: [unknown, unknown][] = [];
  const claim = (found: unknown, said: unknown) => claims.push([found, said]);
  const AsyncFunction: FunctionConstructor = Object.getPrototypeOf(async () => {}).constructor;
  const body = code.replace(/^import .*$/gm, "").replace(CLAIM, "claim($1, $2);");
  await AsyncFunction("claim", ...names, body)(claim, ...names.map((name) => known.get(name)));
  expect(claims.map(([found]) => found)).toEqual(claims.map(([, said]) => said));
  expect(claims).toHaveLength(2);
});
