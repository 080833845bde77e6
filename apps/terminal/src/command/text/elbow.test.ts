import type { Elbow } from "@kentro/core";
import type { FeatureElbow } from "@kentro/segments";
import { describe, expect, it } from "vitest";
import { elbowText } from "./elbow.ts";

const page = { width: 80, bars: false, blocks: true, bold: false };
const inertias = [400, 271.84, 108.92];

function result(k: number | null, reason: string): FeatureElbow {
  const curve: Elbow["curve"] = inertias.map((inertia, index) => {
    return { k: index + 1, inertia, silhouette: index === 0 ? null : 0.5 + index / 100, excess: null, z: null };
  });
  return {
    ...{ rowsRead: 200, rows: 200, features: ["a", "b"], scale: "standard" },
    choice: { by: "name", columns: [{ column: "c", taken: false, reason: "not-asked", words: "c left out" }] },
    leftOut: { count: 0, cells: [], cellCount: 0 },
    notes: {
      shapes: [],
      repeatedRows: 0,
      repeatedIds: null,
      repeatedCustomers: null,
      sentences: ["200 rows read.", "c left out."],
    },
    elbow: { curve, k, strength: 0.2, kneedle: 3, reason, sampled: null, models: [] },
  };
}

describe("elbowText", () => {
  it("begins with the suggestion and its reason, and marks it in the curve", () => {
    expect(elbowText(result(3, "It bends at 3."), 7, page).split("\n")).toEqual([
      "Elbow at k = 3.",
      "It bends at 3.",
      "",
      "Data      200 rows read.",
      "          c left out.",
      "Seed      7",
      "",
      "  k  Inertia    Drop  Silhouette",
      "  1    400.0       -           -  ████████████████████████",
      "  2    271.8  32.0 %       0.510  ████████████████▎",
      "> 3    108.9  59.9 %       0.520  ██████▌  elbow",
      "",
    ]);
  });

  it("lists the cells that kept rows from being used, made visible", () => {
    const leftOut = { count: 1, cells: [{ row: 4, column: "a", value: "\x1b[2J" }], cellCount: 1 };
    const text = elbowText({ ...result(3, "It bends at 3."), leftOut }, 0, page);
    expect(text).toContain('\nLeft out  row 4 a "␛[2J".\nSeed ');
  });

  it("says that there is none, and marks none", () => {
    const text = elbowText(result(null, "No clear elbow: it\x1b falls evenly."), 0, { ...page, blocks: false });
    expect(text).toMatch(/^No clear elbow: it␛ falls evenly\.\n\nData /);
    expect(text).not.toMatch(/> \d|elbow$/m);
    expect(text).toContain("  #######\n");
  });
});
