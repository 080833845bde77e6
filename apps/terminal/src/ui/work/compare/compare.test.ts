import { adjustedRandIndex } from "@kentro/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numbers } from "../../testing/made.ts";
import { DEFAULTS } from "../../testing/shop.ts";
import { deskOf } from "../desk.ts";
import type { Reply, Request } from "../protocol.ts";
import { agreementOf } from "./agreement.ts";
import { crossTable } from "./cross-table.ts";
import { describedFlows, largestFlows, MOST_FLOWS } from "./flows.ts";

const { signal } = new AbortController();
const label = fc.integer({ min: -1, max: 4 });
const twoLabels = fc.array(fc.tuple(label, label), { minLength: 1, maxLength: 60 });
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe("the cross table", () => {
  it("counts what a plain walk over the rows counts", async () => {
    await fc.assert(
      fc.asyncProperty(twoLabels, async (rows) => {
        const [before, after] = [rows.map(([one]) => one), rows.map(([, other]) => other)];
        const table = await crossTable(Int32Array.from(before), 5, Int32Array.from(after), 5, signal);
        for (let from = 0; from < 5; from++) {
          for (let to = 0; to < 5; to++) {
            const both = rows.filter(([one, other]) => one === from && other === to);
            expect(table.counts[from]![to]).toBe(both.length);
          }
        }
        expect(table.rows).toBe(sum(table.counts.flat()));
        expect(table.onlyBefore).toBe(rows.filter(([one, other]) => one >= 0 && other < 0).length);
        expect(table.onlyAfter).toBe(rows.filter(([one, other]) => one < 0 && other >= 0).length);
      }),
      { numRuns: 60 },
    );
  });

  it("holds the adjusted Rand index of the labels", async () => {
    await fc.assert(
      fc.asyncProperty(twoLabels, async (rows) => {
        const kept = rows.filter(([one, other]) => one >= 0 && other >= 0);
        fc.pre(kept.length > 0);
        const [before, after] = [kept.map(([one]) => one), kept.map(([, other]) => other)];
        const { counts } = await crossTable(Int32Array.from(before), 5, Int32Array.from(after), 5, signal);
        expect(agreementOf(counts)).toBeCloseTo(adjustedRandIndex(before, after), 12);
      }),
      { numRuns: 100 },
    );
  });

  it("is given up in the middle of many rows", async () => {
    const controller = new AbortController();
    const many = new Int32Array(1 << 19);
    const counting = crossTable(many, 1, many, 1, controller.signal);
    controller.abort(new Error("enough"));
    await expect(counting).rejects.toThrow("enough");
  });
});

describe("who moved", () => {
  it("are those who are not in the match of their segment, the most first", () => {
    const counts = [
      [8, 2, 0],
      [0, 5, 3],
    ];
    expect(largestFlows(counts, [0, 1, null])).toEqual([
      { from: 1, to: 2, customers: 3 },
      { from: 0, to: 1, customers: 2 },
    ]);
    const many = Array.from({ length: 9 }, () => new Array<number>(9).fill(1));
    expect(largestFlows(many, new Array(9).fill(null))).toHaveLength(MOST_FLOWS);
  });

  it("are described by the column in which they differ most from those who stayed", async () => {
    // Of segment 0 the rows 0 to 3 stay and 4, 5 move; row 6 is only in the first run.
    const labels = { before: Int32Array.of(0, 0, 0, 0, 0, 0, 0), after: Int32Array.of(0, 0, 0, 0, 1, 1, -1) };
    const age = numbers("age", [30, 40, 30, 40, 36, 38, 1e9]);
    const income = numbers("income", [10, 20, 10, 20, 90, Number.NaN, 1e9]);
    const flows = [{ from: 0, to: 1, customers: 2 }];
    const [flow] = await describedFlows(flows, labels, [0, null], [age, income], signal);
    expect(flow?.differs).toMatchObject({ column: "income", movers: 90, stayers: 15 });
    // (90 - 15) / numpy.std([10, 20, 10, 20, 90])
    expect(flow?.differs?.z).toBeCloseTo(2.4726767752, 9);
    const [alike] = await describedFlows(flows, labels, [0, null], [numbers("same", [1, 2, 1, 2, 1, 2, 0])], signal);
    expect(alike?.differs).toBeNull();
  });

  it("are not described where nobody stayed", async () => {
    const labels = { before: Int32Array.of(0, 0, 1), after: Int32Array.of(0, 0, 0) };
    const [flow] = await describedFlows(
      [{ from: 1, to: 0, customers: 1 }],
      labels,
      [0],
      [numbers("age", [1, 2, 9])],
      signal,
    );
    expect(flow?.differs).toBeNull();
  });
});

describe("comparing two runs of the sample", () => {
  it("says which segments are the same still, which is new, and who went there", async () => {
    const replies: Reply[] = [];
    const desk = deskOf((reply) => replies.push(reply));
    const run = (id: number, k: number): Request => {
      return { type: "run", id, settings: { ...DEFAULTS, k }, carry: [], wanted: [2], curve: false };
    };
    const compare: Request = { type: "compare", id: 4, before: 2, after: 3 };
    for (const request of [{ type: "open", id: 1, source: "mall" } as const, run(2, 5), run(3, 6), compare]) {
      desk.take(request);
      await desk.idle();
    }
    const reply = replies.at(-1);
    if (reply?.type !== "compared") throw new Error("expected a comparison");
    const { comparison } = reply;
    expect(comparison).toMatchObject({ before: 2, after: 3, rows: 200, onlyBefore: 0, onlyAfter: 0 });
    expect(sum(comparison.counts.flat())).toBe(200);
    expect(comparison.counts.map(sum)).toEqual([81, 39, 35, 23, 22]);
    expect(comparison.matches.filter((match) => match === null)).toHaveLength(1);
    expect(comparison.agreement).toBeGreaterThan(0.9);
    expect(comparison.agreement).toBeLessThan(1);
    expect(sum(comparison.flows.map(({ customers }) => customers))).toBe(comparison.moved);
    expect(comparison.flows[0]?.differs?.column).toBe("Annual Income (k$)");
  });
});
