import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import type { State } from "../../state/state.ts";
import { pressed } from "../../testing/pressed.ts";
import { paint } from "../../text/paint.ts";
import { choosing, choosingFrom, foundFiles, listing, tableEntry } from "./testing.ts";
import { openingView } from "./view.ts";

const shown = (state: State, width = 80, height = 18): string[] =>
  openingView(state, { width, height, panes: "one" }).map((line) => line.map(({ text }) => text).join(""));

describe("the choice on the screen", () => {
  it("shows the sample first, then tables opened lately, then the folder, with what is known of each", () => {
    const lines = shown(choosingFrom()).map((line) => line.trimEnd());
    expect(lines.slice(0, 9)).toEqual([
      expect.stringMatching(/^─ Built in ─+$/),
      expect.stringMatching(/^ ▸ 200 mall customers, built in +200 × 5$/),
      expect.stringMatching(/^─ Opened lately ─+$/),
      expect.stringMatching(/^ {3}march\.csv {2}\/old +2\.0 kB +4,354 × 9 +1 day ago$/),
      expect.stringMatching(/^─ ~\/shop {2}2 tables, newest first ─+$/),
      expect.stringMatching(/^ {3}may\.parquet +1\.2 MB +9 × 2 +2 hours ago$/),
      expect.stringMatching(/^ {3}april\.csv +1\.2 MB +2 days ago$/),
      "   archive/",
      "   ../",
    ]);
  });

  it("says that it looks, that there is nothing, why it cannot look, and what it leaves out", () => {
    expect(shown(choosing()).join("\n")).toContain("Looking for tables ...");
    const empty = foundFiles(choosing(), { kind: "folder", listing: listing([]), focus: null });
    expect(shown(empty).join("\n")).toMatch(/~\/shop {2}no tables[\s\S]*There are no tables here: \.csv/);
    const refused = { kind: "refused", path: "/x", sentence: '"/x" may not be opened.' } as const;
    expect(shown(foundFiles(choosing(), refused)).join("\n")).toContain('"/x" may not be opened.');
    const many = { ...listing([tableEntry("a.csv")]), more: 5000 };
    expect(shown(foundFiles(choosing(), { kind: "folder", listing: many, focus: null })).join("\n")).toContain(
      "1 table, 5,000 more files and folders are not listed",
    );
    const filtered = pressed(choosingFrom(), "/", "z", "enter").state;
    expect(shown(filtered).join("\n")).toContain('Nothing has "z" in its name.');
  });

  it("says why a table could not be opened, over the choice", () => {
    const failed = { ...choosingFrom(), source: "x.csv", failure: "x.csv has no rows." };
    expect(shown(failed).slice(0, 3).join("\n")).toMatch(
      /^ x\.csv has no rows\..*\n r tries again, q quits.*\n─ Built/,
    );
    expect(shown(failed, 30, 5).join("\n")).toContain("▸ 200 mall");
  });

  it("keeps the cursor in sight among ten thousand tables", () => {
    const tables = Array.from({ length: 10_000 }, (_, i) => tableEntry(`${i}.csv`, i));
    const state = foundFiles(choosing(), { kind: "folder", listing: listing(tables), focus: null });
    const last = shown(pressed(state, "G", "up").state);
    expect(last.join("\n")).toMatch(/▸ 9999\.csv/);
    expect(shown(pressed(state, "G", "pageUp").state).join("\n")).toMatch(/▸ 99\d\d\.csv/);
  });

  it("has exactly its size at any size, and lets no control character out, whatever files are called", () => {
    const names = [
      "a\x1b[2J\x1b]0;x\x07.csv",
      "b\r\nc.csv",
      "年収と支出.csv",
      "👩‍👩‍👧.csv",
      "\u202egnp.csv",
      "x".repeat(255),
    ];
    const found = {
      kind: "folder",
      listing: listing(
        names.map((name) => tableEntry(name)),
        names,
      ),
      focus: null,
    } as const;
    const hostile = { ...foundFiles(choosing(), found), failure: "a\x1bb" };
    for (const width of [1, 2, 9, 28, 33, 40, 54, 72, 80, 121, 200]) {
      for (const height of [1, 2, 3, 6, 18, 55]) {
        const lines = openingView(hostile, { width, height, panes: "one" }).map((line) =>
          paint(line, { ...hostile.look }),
        );
        expect(lines).toHaveLength(height);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: only the codes of paint may hold one
        const texts = lines.map((line) => line.replace(/\x1b\[[\d;]+m/g, ""));
        expect(texts.map((text) => stringWidth(text))).toEqual(texts.map(() => width));
        expect(texts.join("")).not.toMatch(/\p{Cc}|[\u202a-\u202e]/u);
      }
    }
  });
});
