import { describe, expect, it } from "vitest";
import { GROUPS } from "../actions/actions.ts";
import { keyWords } from "./key-words.ts";

describe("keys in words", () => {
  it.each([
    ["?", "question mark"],
    ["[ ]", "left bracket, right bracket"],
    ["x X", "x, capital X"],
    ["Ctrl-C", "Ctrl-C"],
    ["PgUp PgDn", "page up, page down"],
  ])("are %s: %s", (label, words) => {
    expect(keyWords(label)).toBe(words);
  });

  it("have a word for every sign that is a key", () => {
    const labels = GROUPS.flatMap(({ actions }) => actions.flatMap(({ label }) => label ?? []));
    for (const label of labels) expect(keyWords(label)).not.toMatch(/(?:^|, )[^\p{L}\p{N}](?:$|,)/u);
  });
});
