import { beforeAll, describe, expect, test } from "vitest";
import { mall, mallPreset } from "../mall.ts";
import { SegmentationModel } from "../model/segmentation-model.ts";
import { Random } from "../random.ts";
import { segment } from "../segment.ts";
import type { Column, Table } from "../table.ts";
import { reordered, tableOf, withUnreadable } from "../testing/table.ts";
import { drift } from "./drift.ts";

const INCOME = "Annual Income (k$)";

/** The mall with the numbers of a column changed. */
function mallWith(name: string, change: (value: number, row: number) => number): Table {
  const columns = mall.columns.map((column): Column => {
    return column.name === name && column.type === "numeric"
      ? { ...column, values: column.values.map(change) }
      : column;
  });
  return { ...mall, columns };
}

let model: SegmentationModel;
beforeAll(async () => {
  const found = await segment(mall, { ...mallPreset, k: 5, resamples: 0 });
  model = SegmentationModel.fromJSON(JSON.parse(JSON.stringify(found.model)));
});

describe("the customers that the model was found on", () => {
  test("have not drifted", async () => {
    const found = await drift(model, mall);
    expect(found).toMatchObject({ rowsBefore: 200, rowsRead: 200, rows: 200, unknown: 0, refit: "no" });
    expect(found.segments.map(({ letter, customers }) => `${letter} ${customers}`)).toEqual(
      model.segments.map(({ letter, size }) => `${letter} ${size}`),
    );
    expect(found.segments.map(({ share }) => share.now)).toEqual(model.segments.map(({ share }) => share));
    expect(found.shares).toMatchObject({ psi: 0, level: "none" });
    expect(found.features.map(({ column, psi, level }) => [column, psi, level])).toEqual([
      [INCOME, 0, "none"],
      ["Spending Score (1-100)", 0, "none"],
    ]);
    expect(found.far).toEqual({ customers: 1, share: 0.005, expected: 0.005 });
    expect(found.reason).toBe(
      "No need to refit: the segments have about the shares they had (PSI 0.00), no feature has shifted, and 0.5 % of the " +
        "customers are far from every segment, about as many as before.",
    );
  });

  test("have not drifted if they are drawn again", async () => {
    const again = reordered(mall, Array.from(new Random(5).withReplacement(600, 200)));
    expect((await drift(model, again)).refit).toBe("no");
  });
});

test("later customers who are like the earlier ones call for no refit, however few they are, but for an accident", async () => {
  const verdicts: string[] = [];
  for (let seed = 0; seed < 24; seed++) {
    const random = new Random(seed);
    const uniform = () => random.bits() / 2 ** 32;
    const customers = (count: number) => {
      const cells = <T>(cell: () => T) => Array.from({ length: count }, cell);
      const town = cells(() => ["Bonn", "Rome", "Oslo"][random.below(3)]!);
      return tableOf({ spent: cells(() => Math.exp(3 * uniform())), age: cells(uniform), town });
    };
    const count = [100, 150, 300, 800][seed % 4]!;
    const before = await segment(customers(count), { categorical: ["town"], k: 4, resamples: 0 });
    verdicts.push((await drift(before.model, customers(count))).refit);
  }
  const times = (refit: string) => verdicts.filter((verdict) => verdict === refit).length;
  expect(times("no")).toBeGreaterThanOrEqual(22);
  expect(times("yes")).toBe(0);
});

describe("customers who earn a quarter more", () => {
  test("have the PSI that scipy finds, and are told of", async () => {
    const { features, refit, reason } = await drift(
      model,
      mallWith(INCOME, (income) => income * 1.25),
    );
    // numpy 1.24.2, scipy 1.10.1: edges = np.quantile(income, np.arange(1, 10) / 10), counts by np.searchsorted(edges, x),
    // p and q = (counts + 0.5) / (counts + 0.5).sum(): entropy(p, q) + entropy(q, p).
    expect(features[0]?.psi).toBeCloseTo(0.5969131125883798, 12);
    expect(features[0]?.expected).toBeCloseTo(0.09, 12);
    expect(features[0]?.level).toBe("large");
    expect(features[1]?.psi).toBe(0);
    expect(features[0]?.bins[0]).toEqual({
      of: { type: "numeric", above: null, upTo: expect.closeTo(23.9, 9) },
      before: 0.1,
      now: 0.06,
    });
    expect(features[0]?.bins.at(-1)).toMatchObject({ of: { upTo: null }, before: 0.1, now: 0.3 });
    expect(refit).not.toBe("no");
    expect(reason).toContain('"Annual Income (k$)" has shifted largely (PSI 0.60)');
  });
});

describe("customers like no segment", () => {
  test("call for a refit where they are many", async () => {
    const { far, refit, reason } = await drift(
      model,
      mallWith(INCOME, (income, row) => (row % 10 === 0 ? 500 : income)),
    );
    expect(far).toMatchObject({ customers: 21, share: 0.105 });
    expect(refit).toBe("yes");
    expect(reason).toContain("11 % of the customers are far from every segment, where 0.5 % were");
  });

  test("are an accident where they are few", async () => {
    const few = mallWith(INCOME, (income, row) => (row === 100 ? 500 : income));
    expect(await drift(model, few)).toMatchObject({ far: { customers: 2 }, refit: "no" });
  });
});

describe("missing values", () => {
  test("are left out, counted and told of where they are many", async () => {
    const bad = Array.from({ length: 40 }, (_, i) => ({ row: i * 5, value: "?" }));
    const { rows, leftOut, features, refit, reason } = await drift(model, withUnreadable(mall, INCOME, bad));
    expect([rows, leftOut.count, features[0]?.missing]).toEqual([160, 40, { before: 0, now: 0.2 }]);
    expect(leftOut.cells[1]).toEqual({ row: 6, column: INCOME, value: "?" });
    expect(refit).toBe("consider");
    expect(reason).toBe(
      'Consider refitting: "Annual Income (k$)" is missing in 20 % of the rows, where it was in 0.0 %.',
    );
  });

  test("in every row leave nobody to compare", async () => {
    const { rows, far, segments, reason } = await drift(
      model,
      mallWith(INCOME, () => Number.NaN),
    );
    expect([rows, far.share, segments[0]?.share.now]).toEqual([0, 0, 0]);
    expect(reason).toContain("is missing in 100 % of the rows");
  });
});

describe("categories", () => {
  const town = (count: number, name: string) => new Array<string>(count).fill(name);
  const ages = (count: number) => Array.from({ length: count }, (_, i) => 20 + ((i * 7) % 40));
  const before = tableOf({ age: ages(300), town: [...town(150, "Bonn"), ...town(147, "Köln"), ...town(3, "Ulm")] });
  let towns: SegmentationModel;
  beforeAll(async () => {
    towns = (await segment(before, { categorical: ["town"], k: 2, resamples: 0 })).model;
  });

  test("that are new put their customers in no segment, and are named", async () => {
    const now = tableOf({ age: ages(300), town: [...town(150, "Bonn"), ...town(148, "Köln"), "Rom", "Rom"] });
    const { rows, unknown, features, refit, reason } = await drift(towns, now);
    expect([rows, unknown, features[1]?.newCategories]).toEqual([298, 2, [{ category: "Rom", customers: 2 }]]);
    expect(refit).toBe("consider");
    expect(reason).toBe(
      'Consider refitting: 2 customers have a category that the model does not know: "Rom" in "town".',
    );
  });

  test("that are rare are not new, and are told of together only", async () => {
    const { unknown, features } = await drift(towns, before);
    expect(unknown).toBe(0);
    expect(features[1]?.newCategories).toEqual([]);
    expect(features[1]?.bins).toEqual([
      { of: { type: "category", category: "Bonn" }, before: 0.5, now: 0.5 },
      { of: { type: "category", category: "Köln" }, before: 0.49, now: 0.49 },
      { of: { type: "category", category: null }, before: 0.01, now: 0.01 },
    ]);
  });

  test("may be numbers, and missing ones of their own", async () => {
    const visits = (last: number | null) => [...ages(299).map((age) => age % 3), last];
    const known = tableOf({ age: ages(300), visits: visits(null) });
    const options = { categorical: ["visits"], missing: "category", k: 2, resamples: 0 } as const;
    const { model: byVisits } = await segment(known, options);
    const same = await drift(byVisits, known);
    expect([same.rows, same.unknown, same.refit]).toEqual([300, 0, "no"]);
    expect(same.features[1]?.missing).toEqual({ before: 1 / 300, now: 1 / 300 });
    const more = await drift(byVisits, tableOf({ age: ages(300), visits: visits(7) }));
    expect([more.unknown, more.features[1]?.newCategories]).toEqual([1, [{ category: "7", customers: 1 }]]);
    expect(more.reason).toBe(
      'Consider refitting: 1 customer has a category that the model does not know: "7" in "visits".',
    );
  });

  test("that shift call for a refit with their segments", async () => {
    const now = tableOf({ age: ages(300), town: [...town(20, "Bonn"), ...town(280, "Köln")] });
    const { refit, features } = await drift(towns, now);
    expect(features[1]?.level).toBe("large");
    expect(refit).toBe("yes");
  });
});

describe("few customers", () => {
  test("tell nothing", async () => {
    const few = reordered(mall, [0, 1, 2, 3]);
    expect(await drift(model, few)).toMatchObject({
      refit: "no",
      reason: "Too few customers to tell: the table has 4 customers, and it takes 100 of them.",
    });
    const small = (await segment(few, { ...mallPreset, k: 2, resamples: 0 })).model;
    expect((await drift(small, mall)).reason).toMatch(/^Too few customers to tell: the model was found on 4 customers/);
  });
});

test("a table without a column of the model is refused", async () => {
  await expect(drift(model, tableOf({ age: [1, 2] }))).rejects.toMatchObject({ code: "UNKNOWN_COLUMN" });
});

test("comparing stops where the signal says so", async () => {
  const signal = AbortSignal.abort(new Error("enough"));
  await expect(drift(model, mall, { signal })).rejects.toThrow("enough");
});
