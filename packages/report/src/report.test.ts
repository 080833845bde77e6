import { createHash } from "node:crypto";
import { editSegments, mall, mallPreset, type Segmentation, segment, type Table } from "@kentro/segments";
import { beforeAll, describe, expect, test } from "vitest";
import { charts } from "./charts/charts.ts";
import { ReportError } from "./error.ts";
import { tones } from "./palette.ts";
import { report } from "./report.ts";
import { filled } from "./testing/filled.ts";
import { tableOf, twoCrowds } from "./testing/tables.ts";

const options = { title: "Customer segments of mall", command: "kentro segment mall --report report.html" };

let found: Segmentation;
let page: string;

beforeAll(async () => {
  found = filled(await segment(mall, { ...mallPreset, resamples: 0 }), mall);
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
    const parts = [
      "200 customers fall into 5 clear segments",
      "The largest is A",
      "B and E are high-spending: 31",
      "The segments",
      "Segment A: average income, average spending 81 customers, 40.5",
      "What sets it apart",
      "How to recognize them",
      "This rule is right for 97 % of the customers it names, and finds 84 % of the segment.",
      "What to do",
      "How sure that is",
      "Highly stable (0.93 of 1)",
      "None of its customers is on a border",
      "Fewer than 5 of its customers are on a border",
      "8 of its customers (23 %) are on a border",
      "What they are like, in pictures",
      "How large they are",
      "Where they lie",
      "How they differ",
      "What matters in each segment",
      "Gender Shares of the customers in each segment",
      "How many there are",
      "What speaks for how many",
      "How the curve runs",
      "How clearly customers belong",
      "How stable they are",
      "Data notes",
      "CustomerID left out: every value differs, it is an identifier.",
      "Method",
      "kentro segment mall --report report.html",
    ];
    expect(parts.filter((part) => !text.includes(part))).toEqual([]);
    const places = parts.map((part) => text.indexOf(part));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test("is the same text each time", async () => {
    expect(await report(found, mall, options)).toBe(page);
    const again = filled(await segment(mall, { ...mallPreset, resamples: 0 }), mall);
    expect(await report(again, mall, options)).toBe(page);
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
      expect(text.includes(`Segment ${letter}: ${name} ${size} customers, `)).toBe(true);
      for (const { mean } of numeric) expect(text.includes(` ${Number(mean.toFixed(1))} `)).toBe(true);
    }
    expect(text.includes("The mean silhouette is 0.555")).toBe(true);
  });

  test("of a column that everybody lacks in a segment read as empty", async () => {
    const income = Array.from({ length: 12 }, (_, i) => (i % 2) * 100 + i);
    const age = income.map((value) => (value >= 100 ? Number.NaN : 30 + value));
    const table = tableOf({ income, age });
    const text = textOf(
      await report(await segment(table, { features: ["income"], k: 2, resamples: 0 }), table, options),
    );
    expect(matches(text, /age empty 3\d/)).toHaveLength(1);
  });
});

describe("what a stranger's file holds", () => {
  const evil = `<script>alert("1")</script>`;

  test("is escaped wherever it is shown", async () => {
    const table = twoCrowds([`${evil} income`, `"'><img src=x onerror=alert(1)>`, `Town ${evil}`], [evil, "&lt;b&gt;"]);
    const document = await report(await segment(table, { k: 2, resamples: 0 }), table, {
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
    const document = await report(await segment(table, { k: 2, resamples: 0 }), table, options);
    expect(matches(document.replaceAll("\n", ""), /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u)).toEqual([]);
  });
});

describe("what was edited by hand", () => {
  const merge = { type: "merge", segments: ["D", "E"] } as const;
  const evil = `<script>alert("1")</script> =cmd() __proto__`;

  test("is said in the first sentence, the method and the cards, and the curve keeps what the search took", async () => {
    const edits = [
      merge,
      { type: "rename", segment: "C", name: "Best spenders" },
      note("Call in\nMay"),
      note(""),
    ] as const;
    const edited = await editSegments(mall, await segment(mall, { ...mallPreset, resamples: 0 }), edits, {
      ...mallPreset,
      resamples: 0,
    });
    const document = await report(edited, mall, options);
    const text = textOf(document);
    const [headline] = /<p class="headline">[^<]*/.exec(document) ?? [];
    expect(headline).toBe(`<p class="headline">${edited.headline}`);
    expect(text).toContain(
      "By hand, in this order: D and E merged; C called “Best spenders”; a note on C; the note on C taken away. " +
        "K-means went on from each merge and split,",
    );
    expect(text).toContain("Segment C: Best spenders 39 customers");
    expect(matches(text, /structure found clear/)).toHaveLength(1);
    expect(matches(document, /for each number of segments, 5 marked/)).toHaveLength(1);
    expect(matches(document, /<tr class="chosen"><th scope="row">5</)).toHaveLength(1);
    expect(matches(document, /class="note"/)).toEqual([]);
    expect(matches(textOf(page), /By hand|structure found/)).toEqual([]);
  });

  test("is escaped, in names and notes alike", async () => {
    const edits = [{ type: "rename", segment: "C", name: evil }, note(evil)] as const;
    const edited = await editSegments(mall, found, edits, { ...mallPreset, resamples: 0 });
    const document = await report(edited, mall, options);
    expect(matches(document, /<script/i)).toEqual([]);
    expect(document).toContain(
      '<p class="note"><span class="unseen">Note: </span>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; =cmd() __proto__</p>',
    );
    const turned = { ...found, segments: found.segments.map((each) => ({ ...each, note: "a\u202eb\u001b[2J" })) };
    expect(await report(turned, mall, options)).toContain("</span>a\ufffdb\ufffd[2J</p>");
  });

  function note(note: string) {
    return { type: "note", segment: "C", note } as const;
  }
});

describe("no customer", () => {
  test("is told of by a row, a cell or an identifier", async () => {
    const ids = Array.from({ length: 60 }, (_, i) => 7_000_001 + i * 13);
    const income = Array.from({ length: 60 }, (_, i) => (i % 2) * 50_000 + (i + 1) * 17.123_45);
    income[10] = Number.NaN;
    const table = tableOf({ customer_id: ids, income, spend: income.map((value) => value / 3.7) });
    const document = await report(filled(await segment(table, { k: 2, resamples: 0 }), table), table, options);
    for (const id of ids) expect(document.includes(String(id))).toBe(false);
    for (const value of income) if (!Number.isNaN(value)) expect(document.includes(String(value))).toBe(false);
    expect(textOf(document).includes("60 rows read, 59 used, 1 left out")).toBe(true);
  });

  test("of a segment of fewer than five is told of but by their number", async () => {
    const table = tableOf({ income: [1, 2, 3, 2, 1, 2, 871, 873], town: [..."aabbabcd"] });
    const text = textOf(
      await report(await segment(table, { features: ["income"], k: 2, resamples: 0 }), table, options),
    );
    expect(text.includes("2 customers, 25")).toBe(true);
    expect(text.includes("Too few customers to tell more of them")).toBe(true);
    expect(text.includes("872")).toBe(false);
    expect(matches(text, / [cd] \d/)).toEqual([]);
  });
});

describe("money", () => {
  const table = tableOf({
    visits: Array.from({ length: 60 }, (_, i) => (i % 3 === 0 ? 40 : 4) + (i % 5)),
    spend: Array.from({ length: 60 }, (_, i) => (i % 3 === 0 ? 900 : 50) + (i % 7)),
  });

  test("is the third sentence, and in the card of each segment", async () => {
    const found = filled(await segment(table, { features: ["visits"], k: 2, resamples: 0 }), table, { value: "spend" });
    const text = textOf(await report(found, table, options));
    expect(matches(text, /makes up 33 % of the customers and brings 90 % of spend\./)).toHaveLength(1);
    expect(matches(text, /89.\d % of spend: 18,0\d\d in all, 90\d a customer\./)).toHaveLength(1);
    expect(matches(text, /That is 2.7 times its share of customers\./)).toHaveLength(1);
    expect(text.includes("How large they are, and what they bring")).toBe(true);
    expect(matches(text, /High-spending/)).toHaveLength(1);
  });

  test("is not told of where no column says it", async () => {
    expect(matches(textOf(page), / in all, | a customer\./)).toEqual([]);
    const ages = await segment(mall, { features: ["age"], k: 2, resamples: 0 });
    const unspent = { ...mall, columns: mall.columns.filter(({ name }) => !name.startsWith("Spending")) };
    const segments = ages.segments.map((each) => {
      return { ...each, numeric: each.numeric.filter(({ column }) => !column.startsWith("Spending")) };
    });
    expect(matches(textOf(await report({ ...ages, segments }, unspent, options)), /high-spending/i)).toEqual([]);
  });

  test("that a score stands for is no sum, but says who spends much", () => {
    const pills = matches(textOf(page), /Segment .: [^:]*High-spending/);
    expect(pills.map((text) => text.slice(0, 10))).toEqual(["Segment B:", "Segment E:"]);
  });
});

describe("rows of customers", () => {
  test("are shown where they are asked for: those who are typical, with their cells", async () => {
    const text = textOf(await report(found, mall, { ...options, rows: true }));
    expect(text.includes("Typical customers Row Gender Age Annual Income (k$) Spending Score (1-100)")).toBe(true);
    const { typical } = found.segments[0]!;
    expect(text.includes(` ${typical[0]! + 1} Female 31 39 61 `)).toBe(true);
    expect(text.includes("take care whom you give it to")).toBe(true);
    expect(textOf(page).includes("Typical customers")).toBe(false);
  });

  test("of a segment of fewer than five are not even then", async () => {
    const table = tableOf({ income: [1, 2, 3, 2, 1, 2, 871, 873] });
    const two = filled(await segment(table, { features: ["income"], k: 2, resamples: 0 }), table);
    const text = textOf(await report(two, table, { ...options, rows: true }));
    expect(matches(text, /Typical customers/)).toHaveLength(1);
    expect(matches(text, /87[123]/)).toEqual([]);
  });
});

describe("the charts alone", () => {
  test("have names fit for files, and are documents of their own", async () => {
    const made = await charts(found, mall);
    expect(made.map(({ name }) => name)).toEqual([
      "sizes",
      "segment-map",
      "snake",
      "relative-importance",
      "categories-1",
      "elbow",
      "silhouettes",
      "stability",
    ]);
    for (const { svg, title, caption } of made) {
      expect(svg).toMatch(
        /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" [^>]*role="img" aria-label="[^"]{20,}">.*<\/svg>$/s,
      );
      expect(matches(svg, /NaN|undefined|Infinity|\sstyle=|href/)).toEqual([]);
      expect(title.length * caption.length).toBeGreaterThan(0);
    }
  });

  test("use no color that has no dark one", async () => {
    const known = new Set(tones.map(({ light }) => light));
    for (const { svg } of await charts(found, mall)) {
      const used = [...svg.matchAll(/(?:fill|stroke)="([^"]*)"/g)].map(([, color = ""]) => color);
      expect(used.filter((color) => !known.has(color) && color !== "none" && color !== "transparent")).toEqual([]);
    }
  });

  test("are those of the page", async () => {
    for (const { svg } of await charts(found, mall)) expect(page.includes(svg)).toBe(true);
  });

  test("map the columns that are chosen", async () => {
    const [, map] = await charts(found, mall, { map: ["Age", "Annual Income (k$)"] });
    expect(map?.caption.startsWith("By Age and Annual Income (k$): ")).toBe(true);
    await expect(charts(found, mall, { map: ["Age", "Gender"] })).rejects.toThrow('with numbers in "Gender"');
  });

  test("map more than two features by their principal components, with the variance they explain", async () => {
    const all = await segment(mall, { features: "all", k: 4, resamples: 0 });
    const map = (await charts(all, mall)).find(({ name }) => name === "segment-map");
    // scikit-learn 1.2.1: PCA(2).fit(StandardScaler().fit_transform(mall)).explained_variance_ratio_ is 0.443, 0.333.
    expect(map?.caption).toContain("which explain 78\u00a0% of all differences");
    const titles = map?.svg.match(/(more|less) [^<]*|[\d.]+\u00a0% of the variance/g);
    expect(titles).toEqual([
      "more Age and",
      "less Spending Score (1-100) →",
      "44\u00a0% of the variance",
      "more Annual Income (k$) →",
      "33\u00a0% of the variance",
    ]);
  });
});

describe("data notes", () => {
  test("begin with how the table was made, if that is told", async () => {
    const notes = ["6 orders of 200 customers.", "1 <left> out."];
    const text = textOf(await report(found, mall, { ...options, notes }));
    const [first] = found.notes.sentences;
    const said = `6 orders of 200 customers. 1 &lt;left&gt; out. In the table that was made of them: ${first}`;
    expect(text.includes(said)).toBe(true);
    expect(textOf(page).includes("that was made")).toBe(false);
  });

  test("quote no cell, readable or not", async () => {
    const cells = ["secret 1", "2177,83", "$12", "3,50"];
    const odd = { codes: Int32Array.from({ length: 12 }, (_, i) => i % 3), categories: cells.slice(1), missing: 0 };
    const income = Float64Array.from({ length: 12 }, (_, i) => (i === 3 ? Number.NaN : (i % 2) * 100 + i));
    const table: Table = {
      rows: 12,
      columns: [
        {
          name: "income",
          type: "numeric",
          values: income,
          ...{ missing: 0, unreadableCount: 1 },
          unreadable: [{ row: 3, value: "secret 1" }],
        },
        { name: "price", type: "text", ...odd },
      ],
    };
    const [, notes = ""] = (await report(await segment(table, { k: 2, resamples: 0 }), table, options)).split(
      "Data notes</h2>",
    );
    expect(notes.includes("12 rows read, 11 used, 1 left out")).toBe(true);
    expect(notes.includes("price left out: ")).toBe(true);
    expect(cells.filter((cell) => notes.includes(cell))).toEqual([]);
  });
});

describe("a report of little", () => {
  test("has no map for one feature and no curve for a given k", async () => {
    const text = textOf(await report(await segment(mall, { features: ["age"], k: 3, resamples: 0 }), mall, options));
    expect(text.includes("Where they lie")).toBe(false);
    expect(text.includes("How many there are")).toBe(false);
    expect(text.includes("How the curve runs")).toBe(false);
    expect(text.includes("3 segments of 200 customers, as many as asked for")).toBe(true);
  });

  test("is made of numbers and categories together", async () => {
    const mixed = await segment(mall, { features: ["income"], categorical: ["Gender"], k: 4, resamples: 0 });
    const text = textOf(await report(mixed, mall, options));
    expect(text.includes("Customers were grouped with k-means by Annual Income (k$) and Gender")).toBe(true);
    expect(text.includes("the two directions in which customers differ most")).toBe(true);
    expect(matches(text, /Gender Shares of the customers/)).toHaveLength(1);
  });

  test("is made of yes and no, which count as 1 and 0", async () => {
    const rows = Array.from({ length: 60 }, (_, i) => i);
    const table = tableOf({
      visits: rows.map((i) => (i % 3) * 20 + (i % 7)),
      member: rows.map((i) => (i % 4 === 0 ? "yes" : "No")),
    });
    const found = await segment(table, { features: ["visits", "member"], k: 3, resamples: 0 });
    const text = textOf(await report(found, table, options));
    expect(text.includes("Customers were grouped with k-means by visits and member")).toBe(true);
    const [first] = found.segments;
    expect(matches(text, new RegExp(`member ${first?.means["member"]} \\S+ \\S+ 0\\.25`))).not.toEqual([]);
    expect((await charts(found, table)).length).toBeGreaterThan(2);
  });

  test("is made of one segment too", async () => {
    const text = textOf(await report(await segment(mall, { k: 1, resamples: 0 }), mall, options));
    expect(text.includes("1 segment of 200 customers: everybody.")).toBe(true);
    expect(text.includes("mean silhouette")).toBe(false);
    expect(matches(text, /as everybody’s|What matters in each segment/)).toEqual([]);
  });

  test("draws no segment of fewer than five customers but its size", async () => {
    const table = tableOf({
      income: [1, 2, 3, 2, 1, 2, 41, 42, 43, 42, 41, 871, 873],
      town: [..."aabbaabbabaab"],
    });
    const found = filled(await segment(table, { features: ["income"], k: 3, resamples: 0 }), table);
    const made = await charts(found, table);
    const of = (name: string) => made.find((chart) => chart.name === name)?.svg ?? "";
    for (const name of ["relative-importance", "categories-1", "silhouettes"]) {
      expect([name, of(name).includes("A, low income"), of(name).includes("C, ")]).toEqual([name, true, false]);
    }
    expect(of("sizes").includes("C, ")).toBe(true);
  });

  test("is made of more segments than there are colors", async () => {
    const document = await report(await segment(mall, { k: 30, resamples: 0 }), mall, options);
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
