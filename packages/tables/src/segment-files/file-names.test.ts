import { expect, test } from "vitest";
import { segmentFileNames } from "./file-names.ts";

test.each([
  ["A", "High income, low spending", "all", "segment-A-high-income-low-spending.csv"],
  ["B", "Ältere Gäste & Co. (groß)", "contact", "segment-B-altere-gaste-co-gross-contact.csv"],
  ["AB", "../../etc/passwd", "control", "segment-AB-etc-passwd-control.csv"],
  ["C", "Μεγάλο εισόδημα", "all", "segment-C.csv"],
  ["D", "CON", "all", "segment-D-con.csv"],
  ["E", `a:b*c?"<>|\\\0\n.`, "all", "segment-E-a-b-c.csv"],
  ["F", "", "control", "segment-F-control.csv"],
  ["G", `${"very ".repeat(11)}long name that goes on`, "all", `segment-G-${"very-".repeat(11)}long.csv`],
] as const)("of segment %s, %j, the part %s is written to %s", (letter, name, part, file) => {
  expect(segmentFileNames([{ letter, name }])[0](part)).toBe(file);
});
