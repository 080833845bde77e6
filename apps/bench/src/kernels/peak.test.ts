import { expect, test } from "vitest";
import { measurePeak } from "./peak.ts";

test("the loops of the peak run, in both precisions and over memory", async () => {
  const peak = await measurePeak({ rounds: 4000, cacheBytes: 65_536, memoryBytes: 131_072, repeats: 2 });
  const { multiplyAdd, subtractSquareAdd, readCache, readMemory } = peak;
  for (const speed of [...Object.values(multiplyAdd), ...Object.values(subtractSquareAdd), readCache, readMemory]) {
    expect(speed).toBeGreaterThan(0);
  }
});
