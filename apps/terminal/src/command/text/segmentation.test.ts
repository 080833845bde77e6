import { editSegments, mall, mallPreset, type Segmentation, segment, type Table } from "@kentro/segments";
import { beforeAll, describe, expect, it } from "vitest";
import { cellsOf } from "../../text/visible.ts";
import type { Page } from "./page.ts";
import { segmentationText } from "./segmentation.ts";

const pipe: Page = { width: 80, bars: false, blocks: true, bold: false };
const terminal: Page = { width: 80, bars: true, blocks: true, bold: true };

let malls: Segmentation;
beforeAll(async () => {
  malls = await segment(mall, { features: mallPreset.features, k: 5 });
});

/** A made table: `groups` groups in `columns` numeric columns, a text column, and names as given. */
function made(columns: number, name: (column: number) => string, groups = 3): Table {
  const rows = 30 * groups;
  const numeric = Array.from({ length: columns }, (_, column) => ({
    name: name(column),
    type: "numeric" as const,
    values: Float64Array.from({ length: rows }, (_, row) => (row % groups) * 100 + ((row * (column + 3)) % 11)),
    ...{ missing: 0, unreadable: [], unreadableCount: 0 },
  }));
  const codes = Int32Array.from({ length: rows }, (_, row) => row % 9);
  const categories = Array.from({ length: 9 }, (_, index) => `value\x1b${index}`);
  return { rows, columns: [...numeric, { name: name(columns), type: "text", codes, categories, missing: 0 }] };
}

describe("segmentationText", () => {
  it("begins with the headline and shows each segment with its size and share", () => {
    const lines = segmentationText(malls, pipe).split("\n");
    expect(malls.headline.startsWith(lines[0] ?? "-")).toBe(true);
    for (const { letter, size, name } of malls.segments) {
      const line = lines.find((text) => text.startsWith(`${letter} `)) ?? "";
      expect(line).toContain(` ${size} `);
      expect(line).toContain(name.split(",")[0] ?? "-");
    }
    expect(lines).toContainEqual(expect.stringMatching(/^A +81 +40\.5 % /));
  });

  it("shows means in the file's units, features first, and shares of categories beside everybody's", () => {
    const text = segmentationText(malls, pipe);
    expect(text).toMatch(/Means of the features +A +B +C +D +E\nAnnual Income \(k\$\) +55\.30 +86\.54 /);
    expect(text).toMatch(/Means of other columns +A .*\nAge +42\.72 /);
    expect(text).not.toMatch(/CustomerID {3}/);
    expect(text).toMatch(/Shares of Gender +all +A .*\n.*Female +56 % |Shares of Gender +all +A .*\nMale +44 % /);
  });

  it("draws bars and bold only where they can be seen", () => {
    expect(segmentationText(malls, pipe)).not.toMatch(/█|#|\p{Cc}\[/u);
    expect(segmentationText(malls, terminal)).toContain("\x1b[1m5 segments of 200 customers");
    expect(segmentationText(malls, terminal)).toMatch(/█{16} {2}/);
    expect(segmentationText(malls, { ...terminal, blocks: false })).toMatch(/#{16} {2}/);
  });

  it("keeps within the page, whatever the columns are called and however many there are", async () => {
    const names = [
      (column: number) => `column ${column}`,
      (column: number) => `年間${"収入".repeat(30)}${column}`,
      (column: number) => `how satisfied are you with the delivery of what you ordered, question ${column}`,
      (column: number) => `\x1b[2J\n${"x".repeat(500)}${column}`,
    ];
    for (const name of names) {
      const result = await segment(made(40, name), { features: "all", k: 3 });
      for (const width of [40, 80, 100]) {
        const text = segmentationText(result, { ...pipe, width, bars: true });
        expect(text.split("\n").filter((line) => cellsOf(line) > width)).toEqual([]);
        expect(text).not.toMatch(/(?!\n)\p{Cc}/u);
      }
    }
  });

  it("cuts a table of many segments into blocks", async () => {
    const result = await segment(
      made(2, (column) => `c${column}`, 26),
      { features: "all", k: 26 },
    );
    const headings = segmentationText(result, pipe).match(/^Means of the features .*$/gm) ?? [];
    expect(headings.length).toBeGreaterThan(1);
    expect(headings.flatMap((line) => line.match(/\b[A-Z]\b/g))).toEqual(result.segments.map(({ letter }) => letter));
  });

  it("shows six values of a text column and counts the rest", async () => {
    const result = await segment(
      made(2, (column) => `c${column}`),
      { features: "all", k: 3 },
    );
    const text = segmentationText(result, pipe);
    expect(text.match(/^value␛\d /gm)).toHaveLength(6);
    expect(text).toContain("and 3 more values");
  });

  it("says all that is to be known of the data right after the headline", () => {
    const sentences = ["203 rows read, 200 used.", "3 rows left out: row 5 has \x07old in Age.", "Age left out."];
    const text = segmentationText({ ...malls, notes: { ...malls.notes, sentences } }, pipe);
    expect(text).toContain(
      "\n\nData      203 rows read, 200 used.\n          3 rows left out: row 5 has ␇old in Age.\n          Age left out.\n\nSegment",
    );
  });

  it("lists ten values that kept rows out, made visible, and counts the rest", () => {
    const cells = Array.from({ length: 12 }, (_, i) => ({
      row: i + 1,
      column: "Age",
      value: i === 0 ? "\x07" : "old",
    }));
    const leftOut = (cellCount: number) => {
      const text = segmentationText({ ...malls, leftOut: { count: 12, cells, cellCount } }, pipe);
      return text.replaceAll(/\s+/g, " ");
    };
    expect(leftOut(1500)).toContain(' Left out row 1 Age "␇"; row 2 Age "old"; ');
    expect(leftOut(1500)).toContain('row 10 Age "old"; 1,490 more values. ');
    expect(leftOut(11)).toContain('row 10 Age "old"; 1 more value. ');
    expect(leftOut(10)).toContain('row 10 Age "old". ');
  });

  it("says of each segment its rule, how sure it is and what to do, with what that follows from", () => {
    const text = segmentationText(malls, pipe).replaceAll(/\s+/g, " ");
    for (const { letter, name, size, rule, suggestions } of malls.segments) {
      expect(text).toContain(
        ` ${letter} ${name} (${size} customers)${letter === "B" || letter === "E" ? ": high-spending" : ""} Rule `,
      );
      expect(text).toContain(` Rule ${rule?.words} (fits `);
      for (const { title, advice, because } of suggestions) {
        expect(text).toContain(`${title}. ${advice} Because of ${because.join("; ")}.`);
      }
    }
    expect(text).toContain(" Sure highly stable (Jaccard 0.97); 1 customer (1.2 %) about as close to another segment");
    expect(text).toContain(" Stability 0.98 on average: ");
  });

  it("says of a segment first what is noted of it, made visible and in full", async () => {
    const note = `${"Call them in May. ".repeat(20)}<script>`;
    const edits = [{ type: "note", segment: "B", note }] as const;
    const noted = await editSegments(mall, malls, edits, { ...mallPreset, k: 5 });
    const text = segmentationText(noted, pipe).replaceAll(/\s+/g, " ");
    expect(text).toContain(` B high income, high spending (39 customers): high-spending Note ${note} Rule `);
    const segments = malls.segments.map((each) => ({ ...each, note: "\u001b[2J" }));
    expect(segmentationText({ ...malls, segments }, pipe)).toContain("Note      ␛[2J\n");
  });

  it("tells the structure found from the silhouette of what was made of it by hand", async () => {
    const merge = [{ type: "merge", segments: ["D", "E"] }] as const;
    const merged = await editSegments(mall, malls, merge, { ...mallPreset, k: 5, resamples: 0 });
    expect(segmentationText(merged, pipe)).toMatch(/^Structure clear before the edits \(now silhouette 0\.\d{3}\)$/m);
    expect(segmentationText(malls, pipe)).toMatch(/^Structure clear \(silhouette 0\.555\)$/m);
  });

  it("sets elbow, silhouette and stability side by side where k was searched for", async () => {
    const found = await segment(mall, mallPreset);
    const text = segmentationText(found, pipe);
    expect(text).toMatch(/^ +k +Inertia +Silhouette +Stability +Smallest +Votes$/m);
    expect(text).toMatch(/^> +5 +65\.6 +0\.555 +0\.9\d +22 +elbow, silhouette$/m);
    const narrow = segmentationText(found, { ...pipe, width: 40 });
    expect(narrow.split("\n").filter((line) => cellsOf(line) > 40)).toEqual([]);
  });
});
