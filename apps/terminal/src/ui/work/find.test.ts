import { describe, expect, it } from "vitest";
import { DEFAULTS } from "../testing/shop.ts";
import { deskOf } from "./desk.ts";
import type { Reply, Request, Result, Settings } from "./protocol.ts";

type Run = Extract<Request, { type: "run" }>;

const FIVE: Settings = { ...DEFAULTS, k: 5 };
const BEST = { type: "rename", segment: "B", name: "Best spenders" } as const;
const CALL = { type: "note", segment: "E", note: "Call in May" } as const;
const MERGE = { type: "merge", segments: ["B", "D"] } as const;

/** A desk that has read the mall, and the ways to ask it. */
function mall() {
  let replies: Reply[] = [];
  let id = 1;
  const desk = deskOf((reply) => {
    if (reply.type !== "progress" && reply.type !== "point") replies.push(reply);
  });
  const asked = async (request: Request): Promise<readonly Reply[]> => {
    replies = [];
    desk.take(request);
    await desk.idle();
    return replies;
  };
  const run = async (settings: Settings, more: Partial<Run> = {}): Promise<Result> => {
    if (id === 1) await asked({ type: "open", id, source: "mall" });
    const wanted = Array.from({ length: id }, (_, before) => before + 1);
    const found = await asked({ type: "run", id: ++id, settings, carry: [], wanted, curve: false, ...more });
    const [first] = found;
    if (first?.type !== "segmented") throw new Error(`expected segments, got ${JSON.stringify(first)}`);
    return first.result;
  };
  return { asked, run };
}

/** Shared by tests: what was found before saves time, and changes no answer. */
const shared = mall();

const letterOf = ({ segmentation }: Result, name: string) =>
  segmentation.segments.find((segment) => segment.name === name)?.letter ?? "";
const called = ({ segmentation }: Result) => segmentation.segments.map(({ letter, name }) => `${letter} ${name}`);

describe("finding segments", () => {
  it("goes on from a run whose edits lead to those asked for, as if all had been asked for at once", async () => {
    const edits = [BEST, MERGE, { ...CALL, segment: "A" }];
    const step = mall();
    for (const done of [0, 1, 2]) await step.run({ ...FIVE, edits: edits.slice(0, done) });
    const { run: _, ...stepwise } = await step.run({ ...FIVE, edits });
    const { run: __, ...once } = await mall().run({ ...FIVE, edits });
    expect(stepwise).toEqual(once);
    expect(stepwise.segmentation).toMatchObject({ k: 4, edits });
    expect(structuredClone(stepwise)).toEqual(stepwise);
  });

  it("keeps the runs that are wanted still, however many are found after them, and forgets the others", async () => {
    const { asked, run } = mall();
    const [first, second] = [await run(FIVE), await run({ ...FIVE, k: 4 })];
    for (let seed = 1; seed <= 15; seed++) await run({ ...FIVE, k: 2, seed }, { wanted: [first.run] });
    const customers = async (of: Result): Promise<readonly string[]> => {
      const query = { search: "", tests: [], sorting: null };
      const replies = await asked({ type: "customers", id: 1000, run: of.run, query });
      return replies.map(({ type }) => type);
    };
    expect(await customers(first)).toContain("customers");
    expect(await customers(second)).toEqual(["failed"]);
  });

  it("keeps names and notes when k is raised and lowered again", async () => {
    const { run } = shared;
    const named = await run({ ...FIVE, edits: [BEST, CALL] });
    const six = await run({ ...FIVE, k: 6 }, { carry: [named.run] });
    expect(called(six)).toEqual(expect.arrayContaining([expect.stringMatching(/^. Best spenders$/)]));
    const five = await run(FIVE, { carry: [six.run] });
    expect(called(five)).toEqual(called(named));
    expect(five.segmentation.segments.map(({ note }) => note)).toEqual([null, null, null, null, "Call in May"]);
    expect(five.settings).toEqual({ ...FIVE, edits: [BEST, CALL] });
    expect(six.settings.edits).toHaveLength(2);
  });

  it("names what it carries by the letters that segments have then", async () => {
    const { run } = shared;
    const named = await run({ ...FIVE, edits: [{ type: "rename", segment: "E", name: "Students" }] });
    const three = await run({ ...DEFAULTS, k: 3 }, { carry: [named.run] });
    expect(three.settings.edits).toEqual([]);
    const robust = await run({ ...FIVE, scale: "robust" }, { carry: [named.run] });
    expect(called(robust).filter((each) => each.endsWith("Students"))).toHaveLength(1);
  });

  it("drops a name that another segment has by then, and keeps the rest", async () => {
    const { run } = shared;
    const five = await run(FIVE);
    const six = await run({ ...FIVE, k: 6 });
    const fresh = six.segmentation.segments.find(({ name }) => {
      return five.segmentation.segments.every((each) => each.name !== name);
    });
    const edits = [{ ...BEST, name: fresh?.name ?? "" }, CALL];
    const named = await run({ ...FIVE, edits });
    const carried = await run({ ...FIVE, k: 6 }, { carry: [named.run] });
    expect(carried.segmentation.segments.filter(({ name }) => name === fresh?.name)).toHaveLength(1);
    expect(carried.settings.edits.map(({ type }) => type)).toEqual(["note"]);
  });

  it("finds again what was said of segments that were not there in between: the latest that is said of each counts", async () => {
    const { run } = shared;
    const students = { type: "rename", segment: "E", name: "Students" } as const;
    const named = await run({ ...FIVE, edits: [students, BEST, CALL] });
    const three = await run({ ...DEFAULTS, k: 3 }, { carry: [named.run] });
    expect(called(three).some((each) => each.endsWith("Students"))).toBe(false);
    const renamed = await run({
      ...three.settings,
      edits: [...three.settings.edits, { ...BEST, segment: letterOf(three, BEST.name), name: "Rich" }],
    });
    const five = await run(FIVE, { carry: [renamed.run, named.run] });
    expect(called(five)).toEqual([...called(named).slice(0, 1), "B Rich", ...called(named).slice(2)]);
    expect(five.segmentation.segments[4]).toMatchObject({ name: "Students", note: "Call in May" });
  });

  it("keeps a note away that was taken away since", async () => {
    const { run } = shared;
    const noted = await run({ ...FIVE, edits: [CALL] });
    const without = await run({ ...FIVE, edits: [CALL, { ...CALL, note: "" }] });
    const five = await run({ ...FIVE, seed: 1 }, { carry: [without.run, noted.run] });
    expect(five.settings.edits).toEqual([]);
  });

  it("keeps names that move from one segment to another, in whatever order they become free", async () => {
    const { run } = shared;
    const { segments } = (await run(FIVE)).segmentation;
    const edits = [
      { type: "rename", segment: "B", name: "Others" },
      { type: "rename", segment: "A", name: segments[1]!.name },
    ] as const;
    const named = await run({ ...FIVE, edits });
    const again = await run(FIVE, { carry: [named.run] });
    expect(called(again)).toEqual(called(named));
  });

  it("carries nothing from a run that is not kept any more", async () => {
    const { run } = shared;
    expect((await run(FIVE, { carry: [99] })).settings).toEqual(FIVE);
  });

  it("keeps what was found before, and its memory, however often segments are renamed", async () => {
    const { asked, run } = mall();
    const found = await run(FIVE);
    const edits: { type: "rename"; segment: string; name: string }[] = [];
    for (let time = 0; time < 15; time++) {
      edits.push({ ...BEST, name: `Best ${time}` });
      const named = await run({ ...FIVE, edits: [...edits] });
      expect(named.segmentation.labels.buffer).toBe(found.segmentation.labels.buffer);
      expect(named.members).toBe(found.members);
    }
    expect(await asked({ type: "cost", id: 1008, run: found.run, edit: MERGE })).toMatchObject([{ type: "cost" }]);
  });

  it("gives the curve of the search beside edited segments", async () => {
    const { asked, run } = shared;
    await run(DEFAULTS);
    const settings = { ...DEFAULTS, edits: [MERGE] };
    const replies = await asked({ type: "run", id: 1009, settings, carry: [], wanted: [], curve: true });
    expect(replies).toMatchObject([{ type: "segmented" }, { type: "curve", curve: { k: 5, settings } }]);
  });
});

describe("asking beside a run", () => {
  it("says what a merge or a split would do, and does nothing", async () => {
    const { asked, run } = shared;
    const found = await run(FIVE);
    expect(await asked({ type: "cost", id: 1008, run: found.run, edit: MERGE })).toEqual([
      {
        type: "cost",
        id: 1008,
        edit: MERGE,
        words: expect.stringMatching(/^Merging B .* and D .* raises the inertia/),
      },
    ]);
    const split = { type: "split", segment: "A" } as const;
    expect(await asked({ type: "cost", id: 1009, run: found.run, edit: split })).toMatchObject([
      { words: expect.stringMatching(/^Splitting A average income, average spending lowers the inertia from 65\.6/) },
    ]);
    expect(called(await run(FIVE))).toEqual(called(found));
  });

  it("says in a sentence why an edit cannot be", async () => {
    const { asked, run } = shared;
    const found = await run(FIVE);
    const edit = { type: "merge", segments: ["B", "Z"] } as const;
    expect(await asked({ type: "cost", id: 1008, run: found.run, edit })).toMatchObject([
      { type: "failed", id: 1008, message: expect.stringContaining("there is no segment") },
    ]);
    const unknown = { type: "cost", id: 1009, run: 77, edit } as const;
    expect(await asked(unknown)).toMatchObject([{ type: "failed", message: expect.stringContaining("not kept") }]);
  });

  // scikit-learn 1.2.1: PCA(2).fit(scale(points)).explained_variance_ratio_ of income and score.
  it("places customers along the two principal components of what they were clustered by", async () => {
    const { asked, run } = shared;
    const found = await run(FIVE);
    const [reply] = await asked({ type: "components", id: 1008, run: found.run });
    if (reply?.type !== "components") throw new Error("expected components");
    expect(reply.explained[0]).toBeCloseTo(0.50495142, 7);
    expect(reply.explained[0]! + reply.explained[1]!).toBeCloseTo(1, 12);
    // The spread along a component is its part of the two scaled columns' variance.
    const spread = reply.x.reduce((sum, x) => sum + x * x, 0) / reply.x.length;
    expect(spread).toBeCloseTo(2 * reply.explained[0]!, 10);
    expect(structuredClone(reply)).toEqual(reply);
  });

  it("has one component where there is one column, and no place for who has no segment", async () => {
    const { asked, run } = shared;
    const found = await run({ ...DEFAULTS, features: ["Age"], k: 2 });
    const [reply] = await asked({ type: "components", id: 1008, run: found.run });
    expect(reply).toMatchObject({ explained: [1] });
    if (reply?.type === "components") expect(new Set(reply.y)).toEqual(new Set([0]));
  });
});
