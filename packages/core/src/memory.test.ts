import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

// Each measure in a process of its own, by the build in `dist`: what else a test has used would be counted with it.

const run = promisify(execFile);
const MEGABYTE = 1e6;

async function measured(what: string): Promise<Record<string, number>> {
  const script = fileURLToPath(new URL("./testing/memory.mjs", import.meta.url));
  return JSON.parse((await run(process.execPath, ["--expose-gc", script, what])).stdout);
}

describe("memory", () => {
  it("does not grow with the number of fits: a thousand small ones in a row", async () => {
    const { after200, after1000, peak } = await measured("small");
    // 800 memories of one page that stayed would be 52 MB, and what belongs to them.
    expect(after1000 - after200).toBeLessThan(30 * MEGABYTE);
    expect(peak - after200).toBeLessThan(100 * MEGABYTE);
  });

  it("is given back without being asked for: a hundred and twenty fits of 100,000 rows", async () => {
    const { grown, kept } = await measured("medium");
    // All of them together have more than 600 MB.
    expect(grown).toBeLessThan(300 * MEGABYTE);
    expect(kept).toBeLessThan(60 * MEGABYTE);
  });

  it("that threads share is given back once nobody has use for it", async () => {
    const { grown } = await measured("shared");
    // The points alone are 13 MB, twenty times.
    expect(grown).toBeLessThan(100 * MEGABYTE);
  });

  it("is no more than its labels for a fit that is kept", async () => {
    const { kept, labels } = await measured("kept");
    // The points of sixty fits are 192 MB.
    expect(kept).toBeLessThan(labels + 60 * MEGABYTE);
  });

  it("of ten million rows of four columns is at most three times the data, on top of the data itself", async () => {
    const { onTop, data } = await measured("large");
    expect(data).toBe(160 * MEGABYTE);
    expect(onTop).toBeGreaterThan(data);
    expect(onTop).toBeLessThan(3 * data);
  });

  it("beyond 4 GiB is TOO_LARGE, and no crash", async () => {
    expect(await measured("tooLarge")).toMatchObject({
      name: "KentroError",
      code: "TOO_LARGE",
      message: expect.stringContaining("1100000000 rows x 1 columns"),
    });
  });
});
