import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mall, segment } from "@kentro/segments";
import { afterAll, describe, expect, it } from "vitest";
import { openSource } from "./source.ts";

const folder = mkdtempSync(join(tmpdir(), "kentro-model-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function faultOf(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  writeFileSync(path, text);
  const work = { signal: new AbortController().signal, at: () => {} };
  const error: unknown = await openSource({ sources: [path], where: undefined }, work).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Error)) throw new Error(`expected ${name} to be refused`);
  return error.message;
}

describe("a file that is opened as a table", () => {
  it("is said to be a saved model where it is one, and what that is for", async () => {
    const { model } = await segment(mall, { features: ["Age", "Annual Income (k$)"], k: 2 });
    const path = join(folder, "my model.json");
    expect(await faultOf("my model.json", JSON.stringify(model, null, 2))).toBe(
      `"${path}" is a saved model, not a table of customers: kentro predict '${path}' CUSTOMERS.csv puts customers into its segments.`,
    );
  });

  it("is refused for what is wrong with it where it is none", async () => {
    expect(await faultOf("other.json", '{\n  "format": "another"\n}\n')).toBe(
      "other.json, line 1 is not a JSON object: {",
    );
    expect(await faultOf("table.csv", 'a,b\n"1,2\n')).not.toContain("saved model");
  });
});
