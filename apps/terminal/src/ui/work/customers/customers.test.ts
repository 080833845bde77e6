import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { DEFAULTS } from "../../testing/shop.ts";
import { deskOf } from "../desk.ts";
import type { Reply, Request } from "../protocol.ts";
import type { Query } from "./query.ts";
import { textOfRow } from "./texts.ts";

const folder = mkdtempSync(join(tmpdir(), "kentro-customers-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const EVERYBODY: Query = { search: "", tests: [], sorting: null };
const ON_A_BORDER: Query = {
  search: "",
  tests: [{ kind: "number", of: "margin", comparison: "<", from: 0.1, to: 0.1 }],
  sorting: { by: "margin", descending: false },
};
const OPEN: Request = { type: "open", id: 1, source: "mall" };
const FIVE: Request = { type: "run", id: 2, settings: { ...DEFAULTS, k: 5 }, carry: [], wanted: [], curve: false };

/** The answers to requests, each taken when the one before is done. */
async function answers(...requests: readonly Request[]): Promise<Reply[]> {
  const replies: Reply[] = [];
  const desk = deskOf((reply) => {
    if (reply.type !== "progress") replies.push(reply);
  });
  for (const request of requests) {
    desk.take(request);
    await desk.idle();
  }
  return replies;
}

function asking(id: number, query: Query): Request {
  return { type: "customers", id, run: 2, query };
}

describe("a question about customers", () => {
  it("is answered with rows and with where everybody stands, which is found once for a run", async () => {
    const [, , rows, placed, again, border] = await answers(OPEN, FIVE, asking(3, EVERYBODY), asking(4, ON_A_BORDER));
    expect(rows).toMatchObject({ type: "customers", id: 3 });
    if (rows?.type !== "customers" || placed?.type !== "placed") throw new Error("expected rows and places");
    expect(rows.rows).toHaveLength(200);
    const { run, distance, second, margin, spreads } = placed.places;
    expect(run).toBe(2);
    expect([distance, second, margin].map(({ length }) => length)).toEqual([200, 200, 200]);
    expect(spreads.map((spread) => spread === null)).toEqual([false, true, false, false, false]);
    // mean and standard deviation (ddof=0) of the mall's ages
    expect(spreads[2]?.mean).toBeCloseTo(38.85, 10);
    expect(spreads[2]?.deviation).toBeCloseTo(13.934041, 5);

    expect(again).toEqual({ type: "placed", id: 4, places: placed.places });
    if (border?.type !== "customers") throw new Error("expected rows");
    const margins = [...border.rows].map((row) => margin[row]!);
    expect(margins.length).toBeGreaterThan(0);
    expect(margins).toEqual([...margins].sort((a, b) => a - b));
    expect(Math.max(...margins)).toBeLessThan(0.1);
  });

  it("is refused in words for segments that are not kept", async () => {
    const replies = await answers(OPEN, asking(3, EVERYBODY));
    expect(replies.at(-1)).toMatchObject({ type: "failed", id: 3, message: expect.stringContaining("not kept") });
  });
});

describe("texts beside the table", () => {
  it("are read for people to see, and leave the table as it was", async () => {
    const path = join(folder, "many.csv");
    const rows = 70_000;
    const lines = Array.from({ length: rows }, (_, row) => `C-${row},${row % 2 === 0 ? 1 : 90}`);
    writeFileSync(path, ["id,income", ...lines].join("\n"));
    const replies = await answers(
      { type: "open", id: 1, source: path },
      { type: "texts", id: 3, source: path, columns: [0] },
    );
    const [opened, texts] = replies;
    if (opened?.type !== "opened" || texts?.type !== "texts") throw new Error("expected a table and texts");
    expect(opened.table.columns[0]).toEqual({ name: "id", type: "identifier", missing: 0 });
    expect(texts.columns.map(({ column }) => column)).toEqual([0]);
    expect(textOfRow(texts.columns[0]!.texts, 69_999)).toBe("C-69999");
  });
});
