import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Pace } from "../pace.ts";
import type { Matrix } from "../points/matrix.ts";
import { Random } from "../random.ts";
import type { Engine } from "./engine.ts";
import { load, reload } from "./prepare.ts";
import { ENGINES } from "./steps/steps.ts";

const pace = new Pace();

/** What can be asked of an engine, the likelier the more often it is named. */
const DEEDS = [
  "begin",
  "step",
  "step",
  "step",
  "nudge",
  "nudge",
  "nudge",
  "fill",
  "survey",
  "exchange",
  "seed",
  "stop",
] as const;

const stories = fc.record({
  rows: fc.integer({ min: 4096, max: 9000 }),
  columns: fc.integer({ min: 1, max: 5 }),
  kind: fc.constantFrom(Float32Array, Float64Array),
  ties: fc.boolean(),
  seed: fc.nat(),
  deeds: fc.array(fc.constantFrom(...DEEDS), { minLength: 20, maxLength: 30 }),
});

type Story = typeof stories extends fc.Arbitrary<infer T> ? T : never;

function pointsOf({ rows, columns, kind, ties, seed }: Story): Matrix {
  const random = new Random(seed);
  const data = new kind(rows * columns);
  for (let at = 0; at < data.length; at++) {
    data[at] = ties ? random.below(5) : 4 * ((Math.floor(at / columns) * 7) % 5) + random.normal();
  }
  return { data, rows, columns };
}

function hashOf(labels: Int32Array): string {
  return createHash("sha256").update(labels).digest("hex");
}

/** All that an engine says of where it is. */
async function stateOf(engine: Engine, { counts, sums, sumsLow, inertia, moved }: Awaited<ReturnType<Engine["step"]>>) {
  const labels = new Int32Array(engine.rows);
  await engine.labels(labels, pace);
  return {
    counts: counts.join(),
    sums: sums.map((sum, at) => sum + sumsLow[at]).join(),
    inertia,
    moved,
    labels: hashOf(labels),
  };
}

/** Stops the work when it has breathed so often. */
class Stopping extends Pace {
  #left: number;

  constructor(breaths: number) {
    super();
    this.#left = breaths;
  }

  override due(): boolean {
    return true;
  }

  override async breathe(): Promise<void> {
    if (this.#left-- === 0) throw STOPPED;
  }
}

const STOPPED = new Error("stopped");

/** Has an engine begin with something that it may not come to the end of. */
async function leaveHalfDone(engine: Engine, centroids: Float64Array, random: Random): Promise<void> {
  const stopping = new Stopping(random.below(8));
  try {
    if (random.below(2) === 0) await engine.step(centroids, stopping);
    else await engine.survey(centroids, stopping);
    await engine.farthest(centroids, 1, stopping);
  } catch (error) {
    if (error !== STOPPED) throw error;
  }
}

/** Lives through a story: what the engine said at every turn. */
async function told(engine: Engine, { deeds, seed }: Story): Promise<readonly unknown[]> {
  const random = new Random(seed, 1);
  const { columns } = engine;
  const drawn = (k: number): Float64Array => {
    return Float64Array.from(Array.from({ length: k }, () => [...engine.point(random.below(engine.rows))]).flat());
  };
  let centroids = drawn(3);
  engine.begin(3);
  const said: unknown[] = [];
  for (const deed of deeds) {
    if (deed === "begin") {
      centroids = drawn(1 + random.below(12));
      engine.begin(centroids.length / columns);
    } else if (deed === "seed") {
      // Takes the place of distances and slack: a run begins after it.
      engine.beginSeeding();
      await engine.takeSeed(random.below(engine.rows), pace);
      said.push([...(await engine.seedCosts([0, 1], pace))]);
      engine.begin(centroids.length / columns);
    } else if (deed === "stop") {
      await leaveHalfDone(engine, centroids, random);
      engine.begin(centroids.length / columns);
    } else if (deed === "survey") {
      if (random.below(2) === 0) centroids = drawn(1 + random.below(12));
      const { inertia, removals } = await engine.survey(centroids, pace);
      said.push(inertia, [...removals]);
    } else if (deed === "exchange") {
      await engine.survey(centroids, pace);
      engine.resume();
      for (let steps = 1 + random.below(3); steps > 0; steps--) {
        centroids = centroids.slice();
        centroids.set(drawn(1), random.below(centroids.length / columns) * columns);
        said.push(await stateOf(engine, await engine.stepChanged(centroids, pace)));
      }
    } else {
      const near = 10 ** -(1 + random.below(6));
      if (deed === "nudge") centroids = centroids.map((value) => value + near * random.normal());
      said.push(await stateOf(engine, await engine.step(centroids, pace)));
      if (deed === "fill") {
        const [row] = await engine.farthest(centroids, 1, pace);
        said.push(row, await stateOf(engine, engine.relocate(row, random.below(centroids.length / columns))));
      }
    }
  }
  return said;
}

describe("an engine", () => {
  it("says the same whichever way it computes steps, whatever comes before and between them", async () => {
    await fc.assert(
      fc.asyncProperty(stories, async (story) => {
        const points = pointsOf(story);
        const { engine } = await load(points, null, pace, undefined, "dense");
        const dense = await told(engine, story);
        for (const way of [null, ...ENGINES.filter((each) => each !== "dense")]) {
          const other = await load(points, null, pace, undefined, way);
          expect(await told(other.engine, story)).toEqual(dense);
        }
      }),
      { seed: 1, numRuns: 40 },
    );
  });

  it("begins a run by a survey of another number of centroids, and has none where it is new", async () => {
    const points = pointsOf({ rows: 5000, columns: 2, kind: Float64Array, ties: false, seed: 1, deeds: [] });
    const prepared = await load(points, null, pace);
    const { engine } = prepared;
    const centroids = Float64Array.from([...engine.point(0), ...engine.point(1), ...engine.point(2)]);
    engine.begin(2);
    await engine.step(centroids.subarray(0, 4), pace);
    await engine.survey(centroids, pace);
    expect(engine.k).toBe(3);
    for (let step = 0; step < 3; step++) expect((await engine.step(centroids, pace)).counts.length).toBe(3);
    expect((await reload(prepared, points, pace)).engine.k).toBe(0);
  });
});
