import { Random } from "../random.ts";

/** Points made of clusters. */
export interface Structured {
  readonly name: string;
  readonly k: number;
  readonly rows: readonly (readonly number[])[];
  /** The least inertia seen in searches of many times the effort, rounded up. */
  readonly best: number;
}

/** Sets with 15 to 100 clusters in 2 to 8 dimensions: grids, Gaussians of unequal size and density, and chains. */
export function structuredSets(): readonly Structured[] {
  return [
    madeOf("a grid of 10 x 10", 54.6226, lattice(10, 2), () => ({ count: 20, deviation: 0.12 })),
    madeOf("a grid of 3 x 3 x 3", 51.2569, lattice(3, 3), () => ({ count: 30, deviation: 0.15 })),
    madeOf("a grid of 2 x 2 x 2 x 2", 95.3085, lattice(2, 4), () => ({ count: 40, deviation: 0.2 })),
    madeOf("15 unequal Gaussians in 2 columns", 842.263, scattered(15, 2, 1), unequal),
    madeOf("35 unequal Gaussians in 3 columns", 2099.5826, scattered(35, 3, 2), unequal),
    madeOf("50 unequal Gaussians in 8 columns", 9851.2551, scattered(50, 8, 3), unequal),
    madeOf("a chain of 20 in 3 columns", 715.3747, chain(20, 3, 4), () => ({ count: 40, deviation: 0.6 })),
    madeOf("a chain of 40 in 5 columns", 1439.8058, chain(40, 5, 5), () => ({ count: 30, deviation: 0.5 })),
  ];
}

type Spread = (random: Random) => { readonly count: number; readonly deviation: number };

/** From a dozen to a hundred rows, some of them four times as wide as others. */
const unequal: Spread = (random) => ({ count: 12 + random.below(80), deviation: 0.25 + 0.75 * random.uniform() });

function madeOf(name: string, best: number, centers: readonly (readonly number[])[], spread: Spread): Structured {
  const random = new Random(centers.length, centers[0].length);
  const rows = centers.flatMap((center) => {
    const { count, deviation } = spread(random);
    return Array.from({ length: count }, () => center.map((value) => value + deviation * random.normal()));
  });
  return { name, k: centers.length, rows, best };
}

function lattice(side: number, columns: number): number[][] {
  return Array.from({ length: side ** columns }, (_, index) => {
    return Array.from({ length: columns }, (__, column) => Math.floor(index / side ** column) % side);
  });
}

/** Centers anywhere in a box, none nearer to another than two. */
function scattered(count: number, columns: number, seed: number): number[][] {
  const random = new Random(seed);
  const side = 4 * count ** (1 / columns);
  const centers: number[][] = [];
  while (centers.length < count) {
    const center = Array.from({ length: columns }, () => side * random.uniform());
    const apart = (other: number[]) => Math.hypot(...center.map((value, column) => value - other[column])) >= 2;
    if (centers.every(apart)) centers.push(center);
  }
  return centers;
}

/** Each center a step of two to three from the one before, in whatever direction. */
function chain(length: number, columns: number, seed: number): number[][] {
  const random = new Random(seed);
  const centers = [new Array<number>(columns).fill(0)];
  while (centers.length < length) {
    const way = Array.from({ length: columns }, () => random.normal());
    const step = (2 + random.uniform()) / Math.hypot(...way);
    centers.push(way.map((value, column) => centers[centers.length - 1][column] + value * step));
  }
  return centers;
}
