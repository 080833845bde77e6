import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { DEFAULTS } from "../testing/shop.ts";
import { type Desk, deskOf } from "./desk.ts";
import { HELD_NOTHING, type Held } from "./held.ts";
import { openTable } from "./open.ts";
import type { Reply, Request } from "./protocol.ts";

const folder = mkdtempSync(join(tmpdir(), "kentro-desk-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const OPEN: Request = { type: "open", id: 1, source: "mall" };
const FIVE: Request = { type: "run", id: 2, settings: { ...DEFAULTS, k: 5 }, carry: [], wanted: [], curve: false };

/** A desk, and the answers that it gave once it has nothing more to do, progress aside. */
function opened(): { readonly desk: Desk; answers(...requests: readonly Request[]): Promise<Reply[]> } {
  let replies: Reply[] = [];
  const desk = deskOf((reply) => {
    if (reply.type !== "progress") replies.push(reply);
  });
  const answers = async (...requests: readonly Request[]): Promise<Reply[]> => {
    replies = [];
    for (const request of requests) {
      desk.take(request);
      await desk.idle();
    }
    return replies;
  };
  return { desk, answers };
}

describe("the desk", () => {
  it("reads the sample, clusters it by its preset and says who is in which segment", async () => {
    const [table, found] = await opened().answers(OPEN, FIVE);
    expect(table).toMatchObject({ type: "opened", id: 1, table: { rows: 200 } });
    if (found?.type !== "segmented") throw new Error("expected segments");
    const { segmentation, members } = found.result;
    expect(segmentation.features).toEqual(["Annual Income (k$)", "Spending Score (1-100)"]);
    expect(segmentation.segments.map(({ size }) => size)).toEqual([81, 39, 35, 23, 22]);
    expect([...members.starts]).toEqual([0, 81, 120, 155, 178, 200]);
    expect(structuredClone(found)).toEqual(found);
  });

  it("gives the curve with the segments where k is to be found", async () => {
    const replies = await opened().answers(OPEN, {
      type: "run",
      id: 2,
      settings: DEFAULTS,
      carry: [],
      wanted: [],
      curve: true,
    });
    const points = replies.flatMap((reply) => (reply.type === "point" ? [reply.point] : []));
    expect(points.map(({ k }) => k)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const [opening, ...found] = replies.filter(({ type }) => type !== "point");
    expect([opening?.type, found[0]?.type]).toEqual(["opened", "segmented"]);
    expect(found[1]).toMatchObject({ type: "curve", curve: { k: 5, settings: DEFAULTS, points } });
    expect(found[1]).toMatchObject({ curve: { howMany: { votes: { elbow: 5 } } } });
    expect(points[4]).toMatchObject({ smallest: 22 });
  });

  it("holds what it read once, in memory that it shares", async () => {
    const path = join(folder, "shared.csv");
    writeFileSync(path, "income,city\n1,Oslo\n2,Rome\n9,Oslo\n");
    const held: Held = { ...HELD_NOTHING };
    const { signal } = new AbortController();
    const work = { signal, answer: () => {} };
    await openTable({ type: "open", id: 1, source: path }, held, work);
    expect(held.source?.table).toBe(held.table);
    const [income] = held.table?.columns ?? [];
    if (income?.type !== "numeric") throw new Error("expected a column of numbers");
    expect(income.values.buffer).toBeInstanceOf(SharedArrayBuffer);
  });

  it("saves what it found", async () => {
    const { answers } = opened();
    await answers(OPEN, FIVE);
    const outputs = [{ option: "--out", path: join(folder, "five.csv") }] as const;
    const replies = await answers({ type: "write", id: 3, run: 2, source: "mall", outputs, replace: [] });
    expect(replies.map(({ type }) => type)).toEqual(["writing", "written", "allWritten"]);
    expect(readFileSync(outputs[0].path, "utf8").split("\n")[0]).toMatch(/,segment,segment_name$/);
  });

  it("says in a sentence what it cannot do, and goes on", async () => {
    const { answers } = opened();
    expect(await answers({ ...OPEN, source: join(folder, "none.csv") })).toMatchObject([
      { type: "failed", id: 1, message: expect.stringContaining("none.csv") },
    ]);
    const tooMany: Request = { ...FIVE, settings: { ...DEFAULTS, k: 201 } };
    expect(await answers(OPEN, tooMany, FIVE)).toMatchObject([
      { type: "opened" },
      { type: "failed", message: expect.stringContaining("201") },
      { type: "segmented" },
    ]);
  });

  it("says nothing more about what was cancelled or overtaken", async () => {
    const { desk, answers } = opened();
    await answers(OPEN);
    const replies = answers({ type: "cancel", lane: "run" });
    desk.take({ ...FIVE, id: 7, settings: DEFAULTS });
    desk.take({ ...FIVE, id: 8 });
    await desk.idle();
    expect((await replies).map(({ type, id }) => [type, id])).toEqual([["segmented", 8]]);
  });
});
