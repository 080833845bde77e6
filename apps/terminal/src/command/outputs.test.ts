import { linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Output } from "./output-faults.ts";
import { checkOutputs } from "./outputs.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kentro-outputs-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (name: string) => join(folder, name);
const out = (name: string): Output => ({ option: "--out", path: at(name) });
const model = (name: string): Output => ({ option: "--model", path: at(name) });

describe("checkOutputs", () => {
  it("has nothing against new files in a folder that is there", async () => {
    await expect(checkOutputs([out("a.csv"), model("m.json")], [at("in.csv")], false)).resolves.toBeUndefined();
  });

  it("keeps existing files unless it is forced", async () => {
    writeFileSync(at("a.csv"), "mine");
    await expect(checkOutputs([out("a.csv")], [], false)).rejects.toMatchObject({
      code: "input",
      message: `--out "${at("a.csv")}" exists already; --force overwrites it.`,
    });
    await expect(checkOutputs([out("a.csv")], [], true)).resolves.toBeUndefined();
  });

  it("never replaces a folder or a device, forced or not", async () => {
    mkdirSync(at("a.csv"));
    await expect(checkOutputs([out("a.csv")], [], true)).rejects.toMatchObject({ code: "input" });
    await expect(checkOutputs([{ option: "--out", path: "/dev/null" }], [], true)).rejects.toThrow(
      "is not a file that can be replaced",
    );
  });

  it("says that a folder does not exist before anything is computed", async () => {
    await expect(checkOutputs([out("no/a.csv")], [], false)).rejects.toThrow(`the folder "${at("no")}" does not exist`);
    writeFileSync(at("file"), "");
    await expect(checkOutputs([out("file/a.csv")], [], false)).rejects.toThrow("does not exist");
  });

  it("says at once that a spreadsheet or JSON cannot be written", async () => {
    for (const name of ["a.xlsx", "a.jsonl"]) {
      await expect(checkOutputs([out(name)], [], false)).rejects.toThrow(
        "only CSV (.csv, .csv.gz), TSV (.tsv, .tsv.gz) and Parquet (.parquet) can",
      );
    }
  });

  it("refuses two outputs in one file", async () => {
    const twice = checkOutputs([out("a"), { option: "--model", path: `${folder}/./a` }], [], false);
    await expect(twice).rejects.toMatchObject({ code: "usage" });
    symlinkSync(folder, at("link"));
    await expect(checkOutputs([out("a"), model("link/a")], [], false)).rejects.toMatchObject({ code: "usage" });
  });

  it("refuses to write into what it reads, by any name", async () => {
    writeFileSync(at("in.csv"), "a\n1\n");
    symlinkSync(at("in.csv"), at("soft.csv"));
    linkSync(at("in.csv"), at("hard.csv"));
    for (const name of ["in.csv", "./in.csv", "soft.csv", "hard.csv"]) {
      await expect(checkOutputs([out(name)], [at("in.csv")], true)).rejects.toMatchObject({ code: "usage" });
    }
  });
});
