import { describe, expect, test } from "vitest";
import { type Finding, headline } from "./headline.ts";

const finding: Finding = { k: 5, found: 5, edits: [], rows: 1234, structure: "clear", silhouette: 0.554, search: null };
const search = { kMin: 1, kMax: 10, elbow: 5, unfinished: false, best: { k: 5, silhouette: 0.554 } };

describe("a number of segments that was given", () => {
  test("is said together with how far apart they stand", () => {
    expect(headline(finding)).toBe(
      "5 segments of 1,234 customers, as many as asked for; they stand clearly apart (silhouette 0.55).",
    );
    expect(headline({ ...finding, structure: "weak", silhouette: 0.3 })).toBe(
      "5 segments of 1,234 customers, as many as asked for; they stand apart only weakly (silhouette 0.30).",
    );
  });

  test("without structure opens with that", () => {
    expect(headline({ ...finding, structure: "none", silhouette: 0.1 })).toBe(
      "No clear structure (silhouette 0.10): the 5 segments of 1,234 customers, as many as asked for, " +
        "are a convenient cut, not natural groups.",
    );
    expect(headline({ ...finding, structure: "none", silhouette: null })).toContain("(silhouette unknown)");
  });

  test("of one holds everybody", () => {
    expect(headline({ ...finding, k: 1, rows: 1, structure: "none", silhouette: null })).toBe(
      "1 segment of 1 customer: everybody.",
    );
  });
});

describe("a number of segments that was found", () => {
  test("by an elbow names the curve", () => {
    expect(headline({ ...finding, search })).toBe(
      "5 segments of 1,234 customers, found by the elbow of the curve over k = 1 to 10.",
    );
  });

  test("by an elbow that the silhouette disagrees with says so", () => {
    expect(headline({ ...finding, search: { ...search, best: { k: 2, silhouette: 0.6 } } })).toBe(
      "5 segments of 1,234 customers, found by the elbow of the curve over k = 1 to 10; " +
        "the silhouette disagrees and is best at 2 (0.60).",
    );
  });

  test("by an elbow at the largest that was tried says that there may be more", () => {
    const last = { ...search, kMax: 5, unfinished: true };
    const opening = "5 segments of 1,234 customers, found by the elbow of the curve over k = 1 to 5; ";
    const more = "more than 5 were not tried, and there may be more (a larger kMax tries further)";
    expect(headline({ ...finding, search: last })).toBe(`${opening}${more}.`);
    expect(headline({ ...finding, search: { ...last, best: { k: 2, silhouette: 0.6 } } })).toBe(
      `${opening}${more}; the silhouette disagrees and is best at 2 (0.60).`,
    );
  });

  test("without an elbow opens with the doubt", () => {
    const none = { ...search, elbow: null };
    expect(headline({ ...finding, structure: "weak", search: none })).toBe(
      "No clear structure: the curve over k = 1 to 10 has no clear elbow; the 5 segments of 1,234 customers below, " +
        "the best by silhouette (0.55), are a convenient cut, perhaps not natural groups.",
    );
    expect(headline({ ...finding, structure: "none", search: none })).toMatch(
      /^No clear structure: the curve over k = 1 to 10 has no clear elbow; .* are a convenient cut, not natural groups\.$/,
    );
  });
});

describe("segments that were edited", () => {
  const edits = [{ type: "merge", segments: ["B", "D"] }] as const;
  const edited: Finding = { ...finding, k: 4, edits };

  test("are told with how many were found, and by what", () => {
    expect(headline({ ...edited, search })).toBe(
      "4 segments of 1,234 customers: 5 found by the elbow of the curve over k = 1 to 10, then B and D merged.",
    );
    expect(headline(edited)).toBe(
      "4 segments of 1,234 customers: 5 asked for, which stood clearly apart, then B and D merged.",
    );
    expect(headline({ ...edited, structure: "weak" })).toBe(
      "4 segments of 1,234 customers: 5 asked for, which stood apart only weakly, then B and D merged.",
    );
  });

  test("open with the doubt where there is no structure", () => {
    expect(headline({ ...edited, structure: "none" })).toBe(
      "No clear structure: the 4 segments of 1,234 customers (5 asked for, then B and D merged) are a convenient cut, " +
        "not natural groups.",
    );
    expect(headline({ ...edited, structure: "weak", search: { ...search, elbow: null } })).toBe(
      "No clear structure: the curve over k = 1 to 10 has no clear elbow; the 4 segments of 1,234 customers below " +
        "(5 by the best silhouette, then B and D merged) are a convenient cut, perhaps not natural groups.",
    );
  });

  test("keep the doubts of the search, which are of what it found", () => {
    expect(headline({ ...edited, search: { ...search, best: { k: 4, silhouette: 0.6 } } })).toBe(
      "4 segments of 1,234 customers: 5 found by the elbow of the curve over k = 1 to 10, then B and D merged; " +
        "the silhouette disagrees and is best at 4 (0.60).",
    );
  });

  test("of one that held everybody", () => {
    const split = [{ type: "split", segment: "A" }] as const;
    expect(headline({ ...edited, k: 2, found: 1, structure: "none", edits: split })).toBe(
      "2 segments of 1,234 customers: all in 1, then A split.",
    );
  });

  test("many times are counted, and names and notes are no matter of it", () => {
    const many = [...edits, ...new Array(5).fill({ type: "split", segment: "A" })];
    expect(headline({ ...edited, k: 9, edits: many, search })).toMatch(
      /, then B and D merged, then A split, then A split, then A split, then 2 more by hand\.$/,
    );
    const named = [
      { type: "rename", segment: "A", name: "x" },
      { type: "note", segment: "A", note: "y" },
    ] as const;
    expect(headline({ ...finding, edits: named, search })).toBe(headline({ ...finding, search }));
  });
});
