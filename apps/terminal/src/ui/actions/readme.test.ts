import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { keyTable } from "../testing/key-table.ts";
import { GROUPS } from "./actions.ts";

const README = fileURLToPath(new URL("../../../../../README.md", import.meta.url));
const PART = /(?<=<!-- keys -->\n).*?(?=\n<!-- \/keys -->)/s;
const { UPDATE_README } = process.env;

it("has its keys in the README: UPDATE_README=1 writes them there", () => {
  const readme = readFileSync(README, "utf8");
  const table = keyTable(GROUPS);
  if (UPDATE_README === "1")
    writeFileSync(
      README,
      readme.replace(PART, () => table),
    );
  expect(readFileSync(README, "utf8").match(PART)?.[0]).toBe(table);
});
