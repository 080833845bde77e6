import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sharedTexts, textOfRow } from "./texts.ts";

const pause = async (): Promise<void> => {};

describe("sharedTexts", () => {
  it("gives every row its text back, and none for an empty cell", async () => {
    const cells = fc.array(fc.option(fc.string({ unit: "grapheme", minLength: 1 })), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(cells, async (given) => {
        const texts = await sharedTexts(given.length, (row) => given[row] ?? null, pause);
        if (texts === null) throw new Error("expected texts");
        expect(given.map((_, row) => textOfRow(texts, row))).toEqual(given);
        expect(texts.bytes.buffer).toBeInstanceOf(SharedArrayBuffer);
      }),
    );
  });

  it("knows the width of its widest text, as a terminal shows it", async () => {
    const texts = await sharedTexts(3, (row) => ["ab", "年収", null][row] ?? null, pause);
    expect(texts?.cells).toBe(4);
  });
});
