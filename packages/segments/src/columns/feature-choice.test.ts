import { describe, expect, test } from "vitest";
import { mall, mallPreset } from "../mall.ts";
import { segment } from "../segment.ts";
import { tableOf } from "../testing/table.ts";
import { featureChoice } from "./feature-choice.ts";

describe("the choice of features", () => {
  test("is that of the segmentation that follows", async () => {
    for (const options of [{}, mallPreset, { categorical: ["Gender"], id: "CustomerID" }]) {
      const { choice } = await segment(mall, { ...options, k: 2, resamples: 0 });
      expect(await featureChoice(mall, options)).toEqual(choice);
    }
  });

  test("says in words why a column is left", async () => {
    const { columns } = await featureChoice(mall);
    expect(columns[0]!.words).toBe("CustomerID left out: every value differs, it is an identifier");
  });

  test("is refused where there is none, and stops where it is told to", async () => {
    await expect(featureChoice(tableOf({ city: ["a", "b"] }))).rejects.toMatchObject({ code: "NO_FEATURES" });
    await expect(featureChoice(mall, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: "AbortError" });
  });
});
