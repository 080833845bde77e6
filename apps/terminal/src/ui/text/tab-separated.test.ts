import { expect, it } from "vitest";
import { tabSeparated } from "./tab-separated.ts";

it("has a line for each row, whatever its cells hold", () => {
  const rows = [
    ["name", "visits"],
    ["a\tb\nc", 1.5],
    ["", "\x1b[2J"],
  ];
  expect(tabSeparated(rows)).toBe("name\tvisits\na␉b␊c\t1.5\n\t␛[2J\n");
});
