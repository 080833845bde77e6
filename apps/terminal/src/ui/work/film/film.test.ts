import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { kmeans } from "@kentro/core";
import { mall, segment } from "@kentro/segments";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEFAULTS } from "../../testing/shop.ts";
import { type Desk, deskOf } from "../desk.ts";
import type { Reply, Request, Settings } from "../protocol.ts";
import type { Film } from "./protocol.ts";

const folder = mkdtempSync(join(tmpdir(), "kentro-film-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const FEATURES = ["Annual Income (k$)", "Spending Score (1-100)"];

interface Cinema {
  /** What is answered to a request for a film, once it is done. */
  answers(request: { readonly seed?: number; readonly run?: number }): Promise<readonly Reply[]>;
  film(seed?: number): Promise<Film>;
  readonly desk: Desk;
  readonly replies: readonly Reply[];
}

/** A desk with a run to make films of. */
async function cinema(settings: Partial<Settings> = {}, source = "mall"): Promise<Cinema> {
  const replies: Reply[] = [];
  const desk = deskOf((reply) => replies.push(reply));
  const done = async (request: Request): Promise<void> => {
    desk.take(request);
    await desk.idle();
  };
  await done({ type: "open", id: 1, source });
  await done({
    type: "run",
    id: 2,
    settings: { ...DEFAULTS, k: 5, ...settings },
    carry: [],
    wanted: [],
    curve: false,
  });
  const answers: Cinema["answers"] = async ({ seed = 0, run = 2 }) => {
    replies.length = 0;
    await done({ type: "film", id: 3, run, seed });
    return [...replies];
  };
  const film: Cinema["film"] = async (seed = 0) => {
    const last = (await answers({ seed })).at(-1);
    if (last?.type !== "filmed" || last.part !== "film") throw new Error(`expected a film, got ${last?.type}`);
    return last.film;
  };
  return { answers, film, desk, replies };
}

/** The mean of the customers drawn in each cluster of a frame, cluster by cluster. */
function meansOf({ x, y, clusters }: Film, { slots }: Film["frames"][number]): { x: number[]; y: number[] } {
  const mean = (values: Float64Array, slot: number): number => {
    const own = values.filter((_, row) => slots[row] === slot);
    return own.reduce((sum, value) => sum + value, 0) / own.length;
  };
  return { x: clusters.map(({ slot }) => mean(x, slot)), y: clusters.map(({ slot }) => mean(y, slot)) };
}

function expectNear(actual: readonly number[], expected: readonly number[]): void {
  expect(actual).toHaveLength(expected.length);
  for (const [index, value] of expected.entries()) expect(actual[index]).toBeCloseTo(value, 8);
}

describe("the film of a run", () => {
  let mallOfFive: Cinema;
  let five: Film;
  beforeAll(async () => {
    mallOfFive = await cinema();
    five = await mallOfFive.film();
  });

  it("is the record of plain k-means from one start on the points of the run", async () => {
    const film = await mallOfFive.film(3);
    const found = await segment(mall, { features: FEATURES, k: 5 });
    const { points } = await found.model.points(mall);
    const fit = await kmeans(points, { k: 5, search: "restarts", restarts: 1, seed: 3 });
    expect(film.steps).toEqual(fit.history);
    expect(film).toMatchObject({ run: 2, seed: 3, k: 5, rows: 200, every: 1, stride: 1, inertia: fit.inertia });
    expect(film).toMatchObject({ best: found.inertia, converged: true });
    expect(film.frames.map(({ iteration }) => iteration)).toEqual(fit.history.map((_, index) => index + 1));
  });

  it("has in each frame the customers that changed, as many as the run counted", async () => {
    const film = await mallOfFive.film(5);
    expect(film.frames.length).toBeGreaterThan(3);
    expect(film.frames.slice(1).map(({ changed }) => changed.length)).toEqual(
      film.steps.slice(1).map(({ moved }) => moved),
    );
    expect(film.frames[0]?.changed).toHaveLength(0);
    for (const [index, { changed, slots, sizes }] of film.frames.entries()) {
      const before = film.frames[index - 1]?.slots;
      const differing = [...slots.keys()].filter((row) => before !== undefined && before[row] !== slots[row]);
      expect([...changed]).toEqual(differing);
      expect(sizes).toEqual(film.clusters.map(({ slot }) => slots.filter((each) => each === slot).length));
    }
  });

  it("has centroids where their customers' means are, in the units of two numbers", () => {
    const film = five;
    const [income, spending] = mall.columns.filter(({ name }) => FEATURES.includes(name));
    if (income?.type !== "numeric" || spending?.type !== "numeric") throw new Error("expected numbers");
    expect(film.axes).toEqual({ along: "columns", x: FEATURES[0], y: FEATURES[1] });
    expectNear([...film.x], [...income.values]);
    expectNear([...film.y], [...spending.values]);
    expect(film.frames[0]?.before).toEqual(film.start);
    for (const [index, frame] of film.frames.entries()) {
      const means = meansOf(film, frame);
      expectNear(frame.after.x, means.x);
      expectNear(frame.after.y, means.y);
      if (index > 0) expect(frame.before).toEqual(film.frames[index - 1]?.after);
    }
  });

  it("starts from customers", () => {
    const { start, x, y, k } = five;
    for (let cluster = 0; cluster < k; cluster++) {
      const nearest = x.reduce((least, value, row) => {
        return Math.min(least, Math.hypot(value - start.x[cluster]!, y[row]! - start.y[cluster]!));
      }, Number.POSITIVE_INFINITY);
      expect(nearest).toBeLessThan(1e-9);
    }
  });

  it("is seen along principal components where there are more numbers, or a logarithm of 0", async () => {
    const withZero = join(folder, "zero.csv");
    writeFileSync(
      withZero,
      `spend,visits\n${[0, 1, 2, 30, 40, 900].map((spend, row) => `${spend},${row}`).join("\n")}\n`,
    );
    const logged = { features: ["spend", "visits"], log: ["spend"], k: 2 };
    for (const cinemaOf of [cinema({ features: [...FEATURES, "Age"], k: 4 }), cinema(logged, withZero)]) {
      const film = await (await cinemaOf).film();
      expect(film.axes.along).toBe("components");
      expect(film.axes.x).toMatch(/^component 1 \(\d+ %\)$/);
      expect(film.axes.y).toMatch(/^component 2 \(\d+ %\)$/);
      expect(film.x.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 8);
      for (const frame of film.frames) {
        const means = meansOf(film, frame);
        expectNear(frame.after.x, means.x);
        expectNear(frame.after.y, means.y);
      }
    }
  });

  it("stays in the units of a number that is taken by its logarithm, its centroids at the middle of the logarithms", async () => {
    const film = await (await cinema({ features: FEATURES, log: [FEATURES[0]!] })).film();
    expect(film.axes).toEqual({ along: "columns", x: FEATURES[0], y: FEATURES[1] });
    expectNear([...film.x], [...five.x]);
    const logarithms = { ...film, x: film.x.map(Math.log1p) };
    for (const frame of film.frames) expectNear(frame.after.x.map(Math.log1p), meansOf(logarithms, frame).x);
  });

  it("spreads customers of one number out upward, their centroids in the middle", async () => {
    const film = await (await cinema({ features: ["Age"], k: 3 })).film();
    expect(film.axes).toEqual({ along: "columns", x: "Age", y: null });
    expect(film.start.y).toEqual([0.5, 0.5, 0.5]);
    expect(Math.min(...film.y)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...film.y)).toBeLessThan(1);
    expect(new Set(film.y).size).toBe(200);
  });

  it("calls clusters by the segments they become", () => {
    const film = five;
    expect([...film.clusters].sort((a, b) => a.slot - b.slot)).toEqual(
      ["A", "B", "C", "D", "E"].map((letter, segment) => ({ slot: segment, letter, segment })),
    );
    expect(film.inertia).toBeCloseTo(film.best, 9);
    const last = film.frames.at(-1)!;
    expect([0, 1, 2, 3, 4].map((slot) => last.slots.filter((each) => each === slot).length)).toEqual([
      81, 39, 35, 23, 22,
    ]);
  });

  it("is made of one cluster too, and of tables of two rows", async () => {
    const one = await (await cinema({ k: 1 })).film();
    expect(one.frames.at(-1)?.sizes).toEqual([200]);
    const source = join(folder, "two.csv");
    writeFileSync(source, "a,b\n1,5\n2,9\n");
    const two = await (await cinema({ k: 2 }, source)).film();
    expect(two).toMatchObject({ rows: 2, inertia: 0, converged: true });
    expect(two.frames.at(-1)?.sizes).toEqual([1, 1]);
  });

  it("knows that the segments of the run were merged by hand, and has their number", async () => {
    expect(five.edited).toBe(false);
    const merged = await (await cinema({ edits: [{ type: "merge", segments: ["D", "E"] }] })).film();
    expect(merged).toMatchObject({ k: 4, edited: true });
    expect(merged.inertia).toBeLessThan(merged.best);
    const named = await (await cinema({ edits: [{ type: "rename", segment: "A", name: "middle" }] })).film();
    expect(named).toMatchObject({ k: 5, edited: false });
  });

  it("can be handed to another thread", () => {
    const film = five;
    const copied = structuredClone(film);
    expect(copied.frames).toEqual(film.frames);
    for (const { buffer } of [film.x, film.y, ...film.frames.map(({ slots }) => slots)]) {
      expect(buffer).toBeInstanceOf(SharedArrayBuffer);
    }
  });

  it("is refused in a sentence where its run is not kept", async () => {
    expect(await mallOfFive.answers({ run: 77 })).toMatchObject([
      { type: "failed", id: 3, message: expect.any(String) },
    ]);
  });

  it("says nothing more once it is given up", async () => {
    const { desk, answers, replies } = mallOfFive;
    await answers({ run: 77 });
    const before = replies.length;
    desk.take({ type: "film", id: 4, run: 2, seed: 0 });
    desk.take({ type: "film", id: 5, run: 2, seed: 1 });
    desk.take({ type: "cancel", lane: "film" });
    await desk.idle();
    expect(replies).toHaveLength(before);
  });
});
