import { spawn } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { environment, kentro, PROGRAM, workplace } from "./program.ts";

const place = workplace();
beforeAll(() => writeFileSync(place.at("there.csv"), "mine"));
afterAll(() => place.remove());

describe.concurrent("exit codes", () => {
  it.each([
    [["segment", "mall", "--nonsense"]],
    [["segment", "mall", "--k", "many"]],
    [["segment", "mall", "--scale", "log"]],
    [["segment", "mall", "--edit", "drop B"]],
    [["segment"]],
    [["predict", "model.json"]],
    [["mall", "mall"]],
    [["segment", "mall", "--out", "a", "--model", "./a"]],
    [["segment", "there.csv", "--out", "there.csv", "--force"]],
    [["predict", "there.csv", "mall", "--out", "there.csv", "--force"]],
  ])("2 for wrong usage: %j", async (args) => {
    const { code, stdout, stderr } = await kentro(args, place.path);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^kentro: [^\n]+\n$/);
  });

  it.each([
    [["segment", "mall", "--out", "there.csv"], "exists already"],
    [["segment", "mall", "--model", "no/such/folder.json"], "does not exist"],
    [["segment", "mall", "--k", "201"], "201"],
    [["segment", "mall", "--features", "height"], "height"],
    [
      ["segment", "mall", "--k", "3", "--edit", "split D"],
      'Edit 1 (split D): there is no segment "D"; there are A, B, C.',
    ],
    [["segment", "mall", "--k", "3", "--edit", "rename A=\u001b[2J"], "no control or invisible characters"],
    [["predict", "no-model.json", "mall"], '"no-model.json" does not exist'],
    [["predict", "there.csv", "mall"], "it is not JSON"],
    [["predict", ".", "mall"], "is a folder"],
    [["./mall"], "mall"],
  ])("1 for a file or its data: %j", async (args, says) => {
    const { code, stdout, stderr } = await kentro(args, place.path);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^kentro: [^\n]+\.\n$/);
    expect(stderr).toContain(says);
  });

  it.each([[["--version"]], [["--help"]], [["segment", "--help"]]])("0 for %j, on stdout", async (args) => {
    const { code, stdout, stderr } = await kentro(args, place.path);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/\d+\.\d+\.\d+|Examples:/);
  });

  it("leaves nothing behind after all of these", async () => {
    await kentro(["segment", "mall", "--out", "new.csv", "--report", "there.csv"], place.path);
    expect(readdirSync(place.path)).toEqual(["there.csv"]);
  });
});

describe("loading", () => {
  it("says its version without core, DuckDB or Ink", async () => {
    expect(await loadedBy(["--version"])).toEqual([]);
  });

  it("segments the sample without DuckDB", async () => {
    const loaded = await loadedBy(["segment", "mall", "--k", "5"]);
    expect(loaded).toContain("@kentro/core");
    expect(loaded).not.toContain("@duckdb");
    expect(loaded).not.toContain("@kentro/tables");
  });
});

/** Which packages outside the bundle the program loads. */
async function loadedBy(args: readonly string[]): Promise<string[]> {
  const register = `data:text/javascript,${encodeURIComponent(LISTENING)}`;
  const child = spawn(process.execPath, ["--import", register, PROGRAM, ...args], {
    env: environment,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let log = "";
  for await (const chunk of child.stderr) log += chunk;
  return [...new Set(log.match(/@kentro\/\w+|@duckdb/g) ?? [])];
}

const LISTENING = `
  import { register } from "node:module";
  const log = "process._rawDebug('load ' + name);";
  const hooks = "export const resolve = (name, context, next) => { " + log + " return next(name, context); };";
  register("data:text/javascript," + encodeURIComponent(hooks));
`;
