import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mall, segment } from "@kentro/segments";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readModel } from "./model-file.ts";

const folder = mkdtempSync(join(tmpdir(), "kentro-model-"));
const path = join(folder, "model.json");
const { signal } = new AbortController();

let model = "";
beforeAll(async () => {
  model = JSON.stringify((await segment(mall, { features: ["income", "score"], k: 5 })).model, null, 2);
});
afterAll(() => rmSync(folder, { recursive: true }));

const read = (text: string, mostBytes?: number) => {
  writeFileSync(path, text);
  return readModel(path, signal, mostBytes);
};

describe("readModel", () => {
  it("reads what was saved, with a byte order mark too", async () => {
    expect(JSON.stringify(await read(model), null, 2)).toBe(model);
    expect(JSON.stringify(await read(`\ufeff${model}`), null, 2)).toBe(model);
  });

  it.each<[what: string, change: (model: string) => string, says: string]>([
    ["nothing", () => "", "it is not JSON"],
    ["half of a model", (whole) => whole.slice(0, whole.length / 2), "it is not JSON"],
    ["null", () => "null", 'its format is not "kentro-segmentation"'],
    ["a model of core's", () => '{"format":"kentro-kmeans","version":1}', 'its format is not "kentro-segmentation"'],
    ["a newer version", (whole) => whole.replace('"version": 1', '"version": 2'), "newer Kentro"],
    ["an infinite number", (whole) => whole.replace(/"center": [\d.]+/, '"center": 1e999'), "features[0].center"],
    ["a cluster that is not there", (whole) => whole.replace('"cluster": 0', '"cluster": 7'), "cluster"],
    ["a key that is not known", (whole) => whole.replace('"seed"', '"sead"'), "sead"],
  ])("refuses %s, and names the file", async (_, change, says) => {
    const refused = read(change(model));
    await expect(refused).rejects.toMatchObject({ name: "CommandError", code: "input" });
    await expect(refused).rejects.toThrow(`"${path}" `);
    await expect(refused).rejects.toThrow(says);
  });

  it("stops reading where a file is larger than any model", async () => {
    await expect(read("[".repeat(3 * 2 ** 20), 2 ** 20)).rejects.toThrow("is larger than 1 MiB");
  });

  it("says of a folder that it is one", async () => {
    await expect(readModel(folder, signal)).rejects.toThrow(`"${folder}" is a folder`);
  });
});
