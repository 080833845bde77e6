import { describe, expect, it } from "vitest";
import { type Finding, reasonOf } from "./reason.ts";

const finding: Finding = {
  k: 3,
  kMin: 1,
  kMax: 5,
  evidence: new Map([
    [2, { excess: 0.4, z: 3 }],
    [3, { excess: Math.log(2), z: 12.34 }],
    [4, { excess: -0.1, z: -1 }],
    [5, { excess: 0.01, z: 0.5 }],
  ]),
  kneedle: 3,
  sampled: null,
  distinct: null,
};

describe("reasonOf", () => {
  it("says what bends where, how much, and that Kneedle agrees", () => {
    expect(reasonOf(finding)).toBe(
      "From k = 2 to 3 inertia falls to 50 % less than it would without clusters (12.3 standard deviations), and no fall beyond 3 stands out so; Kneedle says the same.",
    );
  });

  it("says where nothing beyond k was tried", () => {
    expect(reasonOf({ ...finding, kMax: 3 })).toContain(", and 3 is the most that was tried; Kneedle");
  });

  it("says where Kneedle differs or sees nothing", () => {
    expect(reasonOf({ ...finding, kneedle: 2 })).toMatch(/; Kneedle differs and says 2\.$/);
    expect(reasonOf({ ...finding, kneedle: null, kMin: 2 })).toMatch(/; Kneedle sees no bend from k = 2 to 5\.$/);
  });

  it("says that nothing bends, and where it nearly does", () => {
    expect(reasonOf({ ...finding, k: null, kneedle: 4 })).toBe(
      "No clear elbow: for no k does inertia fall clearly more than it would without clusters, most nearly at k = 3 (12.3 standard deviations); Kneedle would say 4, but it finds a bend in structureless data too.",
    );
    expect(reasonOf({ ...finding, k: null, kMin: 4, kneedle: null })).toContain("most nearly at k = 5 (0.5 standard");
  });

  it("says that it was measured on a sample", () => {
    expect(reasonOf({ ...finding, sampled: 1000 })).toContain("stands out so (measured on a sample of 1,000 rows);");
  });

  it("says in a second sentence where distinct rows ended the curve", () => {
    expect(reasonOf({ ...finding, distinct: 5 })).toMatch(
      /Kneedle says the same\. The curve ends at k = 5, for only 5 rows are distinct\.$/,
    );
    expect(reasonOf({ ...finding, k: null, kMax: 1, evidence: new Map(), kneedle: null, distinct: 1 })).toBe(
      "No clear elbow: a curve of one point, k = 1, cannot bend. The curve ends at k = 1, for only 1 row is distinct.",
    );
  });
});
