import { expect, test } from "vitest";
import { Pace } from "../pace.ts";
import type { NumericColumn, TextColumn } from "../table.ts";
import { tableOf } from "../testing/table.ts";
import { showingOrder } from "./order.ts";

function orderOf(columns: Readonly<Record<string, readonly number[]>>, labels: readonly number[], k: number) {
  const features = tableOf(columns).columns as NumericColumn[];
  return showingOrder(features, [], Int32Array.from(labels.keys()), Int32Array.from(labels), k, new Pace());
}

test("the largest segment comes first", async () => {
  expect(await orderOf({ a: [1, 2, 3, 4, 5, 6] }, [2, 0, 0, 1, 1, 1], 3)).toEqual([1, 0, 2]);
});

test("equal sizes come by their centroids, feature by feature, ascending", async () => {
  const columns = { a: [5, 5, 5, 5, 1, 1], b: [9, 9, 2, 2, 7, 7] };
  expect(await orderOf(columns, [0, 0, 1, 1, 2, 2], 3)).toEqual([2, 1, 0]);
  expect(await orderOf(columns, [2, 2, 0, 0, 1, 1], 3)).toEqual([1, 0, 2]);
});

test("the order of the rows within a segment plays no part", async () => {
  // Added in another order, 0.1 + 0.2 + 0.3 differs in its last bit: the tie would fall another way.
  const columns = (a: readonly number[]) => ({ a, b: [2, 2, 2, 1, 1, 1] });
  expect(await orderOf(columns([0.1, 0.2, 0.3, 0.3, 0.2, 0.1]), [0, 0, 0, 1, 1, 1], 2)).toEqual([1, 0]);
  expect(await orderOf(columns([0.3, 0.2, 0.1, 0.1, 0.2, 0.3]), [0, 0, 0, 1, 1, 1], 2)).toEqual([1, 0]);
});

test("a cluster without rows comes last", async () => {
  expect(await orderOf({ a: [1, 2] }, [2, 1], 3)).toEqual([2, 1, 0]);
});

test("equal sizes and means come by their categories, those with more of the most frequent value first", async () => {
  const orderBy = (towns: readonly string[], labels: readonly number[]) => {
    const categories = tableOf({ Town: towns }).columns as TextColumn[];
    return showingOrder([], categories, Int32Array.from(labels.keys()), Int32Array.from(labels), 2, new Pace());
  };
  expect(await orderBy(["a", "b", "a", "a"], [0, 0, 1, 1])).toEqual([1, 0]);
  expect(await orderBy(["a", "b", "a", "a"], [1, 1, 0, 0])).toEqual([0, 1]);
});
