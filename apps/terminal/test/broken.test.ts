import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { attempt } from "./attempt.ts";
import { ASKS, MISUSED, makeFiles } from "./broken-asks.ts";
import { BROKEN, make } from "./broken-files.ts";
import { type Ended, kentro, workplace } from "./program.ts";
import { csvOf, shop } from "./shop.ts";

const places: ReturnType<typeof workplace>[] = [];
afterAll(() => {
  for (const place of places) place.remove();
});

/** That a command has ended with an exit code, and one sentence which mentions something and is no trace. */
function expectSentence({ code, stdout, stderr }: Ended, exitCode: number, says: string): void {
  expect(stderr).toMatch(/^kentro: [^\n]+\n$/);
  expect(stderr).toContain(says);
  expect(stderr).not.toMatch(/unexpected|NaN|undefined|\bat .*:\d+:\d+/);
  expect({ code, stdout }).toEqual({ code: exitCode, stdout: "" });
}

const home = process.cwd();
afterEach(() => process.chdir(home));

describe("what cannot be segmented ends with exit code 1, one sentence on stderr and no file", () => {
  it.each(BROKEN)("$what", async (broken) => {
    const place = workplace();
    places.push(place);
    const file = broken.name ?? "x.csv";
    make(broken, place.at(file));
    const before = readdirSync(place.path);
    const files = ["--out", "out.csv", "--model", "m.json", "--report", "r.html"];
    process.chdir(place.path);
    expectSentence(await attempt(["segment", file, ...files, ...(broken.args ?? [])]), 1, broken.says);
    expect(readdirSync(place.path)).toEqual(before);
  });
});

describe("what is asked of files that are there", () => {
  const place = workplace();
  places.push(place);
  let before: string[];

  beforeAll(async () => {
    writeFileSync(place.at("shop.csv"), csvOf(shop()));
    const args = "segment shop.csv --k 3 --resamples 0 --features all --categorical plan --model model.json";
    const { code } = await kentro([...args.split(" "), "--out", "labelled.csv"], place.path);
    expect(code).toBe(0);
    makeFiles(place.at, readFileSync(place.at("model.json"), "utf8"));
    before = readdirSync(place.path);
  });

  beforeEach(() => process.chdir(place.path));

  it.each(ASKS)("kentro %s ends with 1", async (command, says) => {
    expectSentence(await attempt(command.split(" ")), 1, says);
  });

  it.each(MISUSED)("kentro %s ends with 2", async (command, says) => {
    expectSentence(await attempt(command.split(" ")), 2, says);
  });

  it("is answered by the program itself in the same words", async () => {
    for (const [command] of [ASKS[0], ASKS[11], MISUSED[0]].filter((ask) => ask !== undefined)) {
      expect(await kentro(command.split(" "), place.path)).toEqual(await attempt(command.split(" ")));
    }
  });

  it("leaves nothing behind after all of these", () => {
    expect(readdirSync(place.path)).toEqual(before);
  });
});
