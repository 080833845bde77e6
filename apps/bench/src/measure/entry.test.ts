import { expect, test } from "vitest";
import type { Contender } from "../contenders/contender.ts";
import { titleOf } from "../contenders/contender.ts";
import { workerContenders } from "../contenders/worker-contender.ts";
import type { Work } from "../works.ts";
import { type Breadth, takesPart } from "./entry.ts";

const ALL: readonly Contender[] = workerContenders();

function takers(work: Work, on: string, breadth: Breadth): readonly string[] {
  return ALL.filter((contender) => takesPart(contender, work, on, breadth)).map(titleOf);
}

test("an iteration is measured of everyone, and on two threads where a goal asks for it", () => {
  const all = takers("iteration", "100k x 3 k 5 blobs", "full");
  expect(all).toHaveLength(ALL.length - 1);
  expect(all).not.toContain("kentro float32, 2 threads");
  expect(takers("iteration", "1M x 16 k 16 blobs", "full")).toContain("kentro float32, 2 threads");
});

test("a quick comparison leaves float64 to those who have nothing else, and to the reference", () => {
  expect(takers("iteration", "100k x 3 k 5 blobs", "quick")).toEqual([
    "kentro float32, 1 thread",
    "kentro float64, 1 thread",
    "kentro float32, default threads",
    "ml-kmeans float64, 1 thread",
    "skmeans float64, 1 thread",
    "@thi.ng/k-means float64, 1 thread",
  ]);
});

test("goals are measured of those they name, beside the reference", () => {
  expect(takers("iteration", "1M x 4 k 8 noise", "reach")).toEqual([
    "kentro float32, 1 thread",
    "kentro float64, 1 thread",
  ]);
  expect(takers("fit", "1M x 4 k 8 blobs", "reach")).toEqual([
    "kentro float32, default threads",
    "ml-kmeans float64, 1 thread",
    "skmeans float64, 1 thread",
  ]);
});

test("an analysis is kentro's alone", () => {
  expect(takers("analysis", "200 x 2 k 5 mall", "full")).toEqual([
    "kentro float32, default threads",
    "kentro float64, default threads",
  ]);
});
