import { createHash } from "node:crypto";
import { mall, mallPreset, type Segmentation, segment } from "@kentro/segments";
import { beforeAll, describe, expect, test } from "vitest";
import { ReportError } from "./error.ts";
import { report } from "./report.ts";
import { tableOf, twoCrowds } from "./testing/tables.ts";

const options = { title: "Customer segments of mall", command: "kentro segment mall --report report.html" };

let found: Segmentation;
let page: string;

beforeAll(async () => {
  found = await segment(mall, mallPreset);
  page = await report(found, mall, options);
});

/** The places of a document that match: few and short where a whole document in a failure would be neither. */
function matches(document: string, pattern: RegExp): readonly string[] {
  return document.match(new RegExp(pattern, `${pattern.flags.replace("g", "")}g`)) ?? [];
}

/** What a reader sees of a page: its text, without tags. */
function textOf(document: string): string {
  return document
    .replace(/<style>.*?<\/style>/s, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ");
}

describe("the page", () => {
  test("opens with three sentences, then the segments as cards, pictures, data notes, method and command", () => {
    const text = textOf(page);
    const places = [
      found.headline,
      "The largest is A",
      "What tells them apart most is Spending Score (1-100)",
      "The segments A ",
      "81 customers, ",
      "In pictures",
      "How large they are",
      "What they are like",
      "Where they lie",
      "How many there are",
      "Data notes",
      "CustomerID left out: every value differs, it is an identifier.",
      "Method",
      "kentro segment mall --report report.html",
    ].map((part) => text.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test("is the same text each time", async () => {
    expect(await report(found, mall, options)).toBe(page);
    expect(await report(await segment(mall, mallPreset), mall, options)).toBe(page);
  });

  test("asks the network for nothing", () => {
    expect(matches(page.replaceAll('xmlns="http://www.w3.org/2000/svg"', ""), /https?:|\/\/[\w-]+\./)).toEqual([]);
    expect(matches(page, /<(script|link|img|iframe|object|embed|base|form|meta http-equiv="refresh")\b/i)).toEqual([]);
    expect(matches(page, /\s(src|href|xlink:href|srcset|action|background|on\w+)\s*=/i)).toEqual([]);
    expect(matches(page, /url\(|@import|@font-face/i)).toEqual([]);
  });

  test("allows its own style sheet and nothing else", () => {
    const [, sheet = ""] = /<style>(.*?)<\/style>/s.exec(page) ?? [];
    const hash = createHash("sha256").update(sheet).digest("base64");
    const [policy] = matches(page, /content="default-src[^"]*"/);
    expect(policy).toBe(
      `content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`,
    );
    expect(matches(page, /\sstyle\s*=/)).toEqual([]);
  });

  test("has a name for every picture, for those who cannot see it", () => {
    const pictures = page.match(/<svg[^>]*>/g) ?? [];
    expect(pictures.length).toBeGreaterThan(8);
    for (const picture of pictures) expect(picture).toMatch(/ (role="img" aria-label="[^"]{5,}"|aria-hidden="true")/);
  });

  test("prints no value that is none", () => {
    expect(matches(page, /NaN|undefined|Infinity|\[object/)).toEqual([]);
  });
});

describe("its figures", () => {
  test("are those of the segmentation", () => {
    const text = textOf(page);
    for (const { letter, name, size, numeric } of found.segments) {
      expect(text.toLowerCase().includes(`${letter} ${name} ${size} customers, `.toLowerCase())).toBe(true);
      for (const { mean } of numeric) expect(text.includes(` ${Number(mean.toFixed(1))} `)).toBe(true);
    }
    expect(text.includes("mean silhouette 0.555")).toBe(true);
  });

  test("of a column that everybody lacks in a segment read as empty", async () => {
    const income = Array.from({ length: 12 }, (_, i) => (i % 2) * 100 + i);
    const age = income.map((value) => (value >= 100 ? Number.NaN : 30 + value));
    const table = tableOf({ income, age });
    const text = textOf(await report(await segment(table, { features: ["income"], k: 2 }), table, options));
    expect(matches(text, /age empty 3\d/)).toHaveLength(1);
  });
});

describe("what a stranger's file holds", () => {
  const evil = `<script>alert("1")</script>`;

  test("is escaped wherever it is shown", async () => {
    const table = twoCrowds([`${evil} income`, `"'><img src=x onerror=alert(1)>`, `Town ${evil}`], [evil, "&lt;b&gt;"]);
    const document = await report(await segment(table, { k: 2 }), table, {
      title: `Segments of ${evil}`,
      command: `kentro segment '${evil}'`,
    });
    const tags = matches(document, /<[^>]*>/).map((tag) => tag.replace(/"[^"]*"/g, '""'));
    expect(tags.filter((tag) => /^<(script|img)|onerror|alert/i.test(tag))).toEqual([]);
    expect(document.includes("&lt;script&gt;alert(")).toBe(true);
    expect(document.includes("&amp;lt;b&amp;gt;")).toBe(true);
    expect(matches(document, /<title>/)).toHaveLength(1);
  });

  test("cannot turn or break the text", async () => {
    const table = twoCrowds(["in\u202ecome", "sp\u0000end", "to\ud800wn"], ["a\u2066", "b\u001b[2J"]);
    const document = await report(await segment(table, { k: 2 }), table, options);
    expect(matches(document.replaceAll("\n", ""), /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u)).toEqual([]);
  });
});

describe("no customer", () => {
  test("is told of by a row, a cell or an identifier", async () => {
    const ids = Array.from({ length: 60 }, (_, i) => 7_000_001 + i * 13);
    const income = Array.from({ length: 60 }, (_, i) => (i % 2) * 50_000 + (i + 1) * 17.123_45);
    income[10] = Number.NaN;
    const table = tableOf({ customer_id: ids, income, spend: income.map((value) => value / 3.7) });
    const document = await report(await segment(table, { k: 2 }), table, options);
    for (const id of ids) expect(document.includes(String(id))).toBe(false);
    for (const value of income) if (!Number.isNaN(value)) expect(document.includes(String(value))).toBe(false);
    expect(textOf(document).includes("60 rows read, 59 used, 1 left out")).toBe(true);
  });

  test("of a segment of fewer than five is told of but by their number", async () => {
    const table = tableOf({ income: [1, 2, 3, 2, 1, 2, 871, 873], town: [..."aabbabcd"] });
    const text = textOf(await report(await segment(table, { features: ["income"], k: 2 }), table, options));
    expect(text.includes("2 customers, 25")).toBe(true);
    expect(text.includes("Too few customers to tell more of them")).toBe(true);
    expect(text.includes("872")).toBe(false);
    expect(matches(text, / [cd] \d/)).toEqual([]);
  });
});

describe("a report of little", () => {
  test("has no map for one feature and no curve for a given k", async () => {
    const text = textOf(await report(await segment(mall, { features: ["age"], k: 3 }), mall, options));
    expect(text.includes("Where they lie")).toBe(false);
    expect(text.includes("How many there are")).toBe(false);
    expect(text.includes("The number of segments, 3, was given.")).toBe(true);
  });

  test("is made of one segment too", async () => {
    const text = textOf(await report(await segment(mall, { k: 1 }), mall, options));
    expect(text.includes("1 segment of 200 customers: everybody.")).toBe(true);
    expect(text.includes("mean silhouette")).toBe(false);
  });

  test("is made of more segments than there are colors", async () => {
    const document = await report(await segment(mall, { k: 30 }), mall, options);
    expect(textOf(document).includes("AD ")).toBe(true);
  });
});

test("a table that was not segmented is refused", async () => {
  const fewer = tableOf({ "Annual Income (k$)": [1], "Spending Score (1-100)": [2] });
  await expect(report(found, fewer, options)).rejects.toThrow("with 200 rows; this one has 1");
  const other = { ...mall, columns: mall.columns.slice(0, 4) };
  await expect(report(found, other, options)).rejects.toThrow('with numbers in "Spending Score (1-100)"');
  await expect(report(found, other, options)).rejects.toBeInstanceOf(ReportError);
});
