import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeColumns } from "@kentro/tables";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { numbers, texts } from "../../testing/made.ts";
import { parquetShape } from "./parquet-shape.ts";

const folder = mkdtempSync(join(tmpdir(), "kentro-parquet-"));
const path = join(folder, "shop.parquet");
const other = join(folder, "other.parquet");
beforeAll(async () => {
  const columns = [numbers("a", [1, 2, 3]), numbers("b", [1, Number.NaN, 3]), texts("c", ["x", null, "y"])];
  const table = { rows: 3, columns };
  const { signal } = new AbortController();
  await writeColumns(path, { table, added: [], overwrite: false, excel: false, signal });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the footer of a Parquet file", () => {
  it("tells rows and columns", async () => {
    expect(await parquetShape(path)).toEqual({ rows: 3, columns: 3 });
  });

  it("tells nothing where it is none, or is not there", async () => {
    for (const bytes of ["", "PAR1", "x".repeat(100), "\xff\xff\xff\x7fPAR1", "\x00\x00\x00\x00PAR1"]) {
      writeFileSync(other, bytes, "latin1");
      expect(await parquetShape(other)).toBeNull();
    }
    expect(await parquetShape(join(folder, "none.parquet"))).toBeNull();
  });

  it("may hold anything", async () => {
    const whole = readFileSync(path);
    const length = whole.readUInt32LE(whole.length - 8);
    await fc.assert(
      fc.asyncProperty(fc.nat(length - 1), fc.nat(255), async (at, byte) => {
        const broken = Buffer.from(whole);
        broken[whole.length - 8 - length + at] = byte;
        writeFileSync(other, broken);
        const shape = await parquetShape(other);
        if (shape !== null) expect(shape.rows).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 200 },
    );
  });
});
