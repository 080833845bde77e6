import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Batch } from "./batches/read-batches.ts";
import type { Input } from "./input/input.ts";
import { type LabelTableOptions, labelTable } from "./label-table.ts";
import { readTable } from "./read-table.ts";
import type { NumericColumn, TextColumn } from "./table.ts";
import type { TablesError } from "./tables-error.ts";
import { fault, folderForEachTest } from "./testing/folder.ts";
import { parquetCells } from "./testing/parquet.ts";
import { writeTable } from "./write-table.ts";

const folder = folderForEachTest();

const LABELS = [
  { name: "segment", categories: ["A", "B", "C"] },
  { name: "segment_name", categories: ["Low", "=High", "Other"] },
];

function numbers({ table }: Batch, at = 0): NumericColumn {
  const column = table.columns[at];
  if (column?.type !== "numeric") throw new Error(`expected a numeric column at ${at}`);
  return column;
}

function texts({ table }: Batch, at = 0): TextColumn {
  const column = table.columns[at];
  if (column?.type !== "text") throw new Error(`expected a text column at ${at}`);
  return column;
}

/** Labels rows by their age modulo 3, none where there is no age. */
function byAge(source: Input): LabelTableOptions {
  return {
    source,
    columns: { numeric: ["age"] },
    label: async (batch) => Int32Array.from(numbers(batch).values, (age) => (Number.isNaN(age) ? -1 : age % 3)),
    added: LABELS,
  };
}

function customers(rows: number): string {
  const lines = Array.from({ length: rows }, (_, i) => {
    return `C${i},${i % 7 === 0 ? "NA" : i % 90},"a note, longer than twelve bytes: ${i}"`;
  });
  return `id,age,note\n${lines.join("\n")}\n`;
}

test("writes each row with what its code stands for, and counts", async () => {
  const source = await folder.file("x.csv", "age,city\n3,Rome\n,Oslo\nold,Bern\n4,Rome\n6,\n9,\n0,\n");
  const labelled = await labelTable(folder.path("out.csv"), byAge(source));
  expect(await folder.text("out.csv")).toBe(
    "age,city,segment,segment_name\n3,Rome,A,Low\n,Oslo,,\nold,Bern,,\n4,Rome,B,'=High\n6,,A,Low\n9,,A,Low\n0,,A,Low\n",
  );
  expect(labelled).toMatchObject({ rows: 7, counts: [4, 1, 0], unlabelled: 2 });
});

test("writes what writeTable writes for the codes of all rows, in batches of some 65,536", async () => {
  const source = await folder.file("x.csv", customers(150_000));
  const sizes: number[] = [];
  const options = byAge(source);
  await labelTable(folder.path("streamed.csv"), {
    ...options,
    label: (batch) => {
      expect(batch.firstRow).toBe(sizes.reduce((sum, size) => sum + size, 0));
      sizes.push(batch.table.rows);
      return options.label(batch);
    },
  });
  const { rows, columns } = await readTable(source);
  const codes = await options.label({ firstRow: 0, table: { rows, columns: columns.slice(1, 2) } });
  const added = LABELS.map((label) => ({ ...label, codes }));
  await writeTable(folder.path("whole.csv"), { source, added });
  expect((await folder.text("streamed.csv")) === (await folder.text("whole.csv"))).toBe(true);
  expect(sizes.every((size) => size <= 65_536)).toBe(true);
  expect(sizes.length).toBe(3);
});

test("gives each batch the columns asked for: under those names, as what was asked for, missing and unreadable cells told", async () => {
  const source = await folder.file(
    "x.csv",
    "Zip,unused,Annual  Income,City\n1,-,10, Rome\n2,-,NA,Oslo\n3,-,n.a.,\n4,-,1e3,Rome\n5,-,7,\n6,-,8,\n",
  );
  const seen: Batch[] = [];
  await labelTable(null, {
    source,
    columns: { numeric: ["annual_income"], text: ["City", "zip"] },
    label: async (batch) => {
      seen.push(batch);
      return new Int32Array(batch.table.rows);
    },
    added: [],
  });
  expect(seen).toHaveLength(1);
  expect(numbers(seen[0])).toEqual({
    name: "annual_income",
    type: "numeric",
    values: Float64Array.of(10, Number.NaN, Number.NaN, 1000, 7, 8),
    missing: 1,
    unreadable: [{ row: 2, value: "n.a." }],
    unreadableCount: 1,
  });
  expect(texts(seen[0], 1)).toEqual({
    name: "City",
    type: "text",
    codes: Int32Array.of(0, 1, -1, 0, -1, -1),
    categories: ["Rome", "Oslo"],
    missing: 3,
  });
  expect(texts(seen[0], 2).categories).toEqual(["1", "2", "3", "4", "5", "6"]);
});

test("tells of unreadable cells by their row in the whole file", async () => {
  const rows = Array.from({ length: 140_000 }, (_, i) => (i % 70_000 === 69_999 ? `bad ${i}` : i === 3 ? "" : "1"));
  const source = await folder.file("x.csv", `age,b\n${rows.map((age) => `${age},x\n`).join("")}`);
  const bad = [
    { row: 69_999, value: "bad 69999" },
    { row: 139_999, value: "bad 139999" },
  ];
  const { numeric } = await labelTable(null, byAge(source));
  expect(numeric).toEqual([{ name: "age", missing: 1, unreadable: bad, unreadableCount: 2 }]);
});

test("a batch of nothing but different texts holds them all", async () => {
  const source = await folder.file("x.csv", `id,b\n${Array.from({ length: 70_000 }, (_, i) => `id${i},x\n`).join("")}`);
  const ids: string[] = [];
  await labelTable(null, {
    source,
    columns: { text: ["id"] },
    added: [],
    label: async (batch) => {
      const { codes, categories } = texts(batch);
      for (const code of codes) ids.push(categories[code]);
      return codes.map(() => -1);
    },
  });
  expect(ids).toEqual(Array.from({ length: 70_000 }, (_, i) => `id${i}`));
});

test("writes nothing where there is no file to write to", async () => {
  const source = await folder.file("x.csv", "age,b\n1,x\n2,y\n");
  expect(await labelTable(null, byAge(source))).toMatchObject({ rows: 2, counts: [0, 1, 1], unlabelled: 0 });
  expect(await folder.names()).toEqual(["x.csv"]);
});

test("reads gzip'd files, JSON lines and Parquet, and writes gzip'd CSV and TSV that read the same", async () => {
  const csv = await folder.file("x.csv.gz", gzipSync("age,b\n3,x\n4,y\n"));
  await labelTable(folder.path("a.csv.gz"), byAge(csv));
  const json = await folder.file("x.jsonl", '{"age":3,"b":"x"}\n{"age":4,"b":"y"}\n');
  await labelTable(folder.path("b.tsv.gz"), byAge(json));
  await labelTable(folder.path("c.parquet"), byAge(csv));
  await labelTable(folder.path("d.csv"), { ...byAge(folder.path("c.parquet")), added: [] });
  expect(await folder.text("d.csv")).toBe("age,b,segment,segment_name\n3.0,x,A,Low\n4.0,y,B,=High\n");
  const [fromCsv, fromJson] = await Promise.all(["a.csv.gz", "b.tsv.gz"].map((name) => readTable(folder.path(name))));
  expect(fromCsv).toEqual(fromJson);
  expect(fromCsv.columns.map(({ name }) => name)).toEqual(["age", "b", "segment", "segment_name"]);
});

test("refuses columns that are not there, that could be several, or that hold text", async () => {
  const source = await folder.file("x.csv", "Age (y),first name,First_Name,age\n1,a,b,x\n2,a,b,3\n");
  const asked = (numeric: readonly string[]): Promise<unknown> =>
    labelTable(folder.path("o.csv"), {
      ...byAge(source),
      columns: { numeric },
      label: async () => Int32Array.of(0, 0),
    });
  const unknown = await fault("NO_SUCH_COLUMN", asked(["income"]));
  expect(unknown.message).toBe(
    'x.csv has no column "income", which is needed. Its columns: "Age (y)", "first name", "First_Name", "age".',
  );
  expect(unknown.column).toBe("income");
  const ambiguous = await fault("AMBIGUOUS_COLUMN", asked(["FIRST NAME"]));
  expect(ambiguous.message).toBe(
    'x.csv has more than one column that could be "FIRST NAME": "first name", "First_Name".',
  );
  const text = await fault("NOT_NUMERIC", asked(["age"]));
  expect(text.message).toBe('x.csv, column "age" holds text, not numbers: row 1 has "x".');
  expect(text).toMatchObject({ row: 0, column: "age", value: "x" });
  expect(await folder.names()).toEqual(["x.csv"]);
});

test("refuses a file without rows, codes for other rows and codes that stand for nothing", async () => {
  const empty = await folder.file("empty.csv", "age,b\n");
  await fault("NO_ROWS", labelTable(folder.path("o.csv"), byAge(empty)));
  const source = await folder.file("x.csv", "age,b\n1,x\n2,y\n");
  const labelled = (codes: readonly number[]): Promise<unknown> =>
    labelTable(folder.path("o.csv"), { ...byAge(source), label: async () => Int32Array.from(codes) });
  await expect(labelled([0])).rejects.toThrow("Expected a code for each of 2 rows, got 1");
  await expect(labelled([0, 3])).rejects.toThrow("Expected a code from -1 to 2 in row 1, got 3");
  expect(await folder.names()).toEqual(["empty.csv", "x.csv"]);
});

test("names the row of the whole file that holds a NUL character", async () => {
  const rows = Array.from({ length: 70_000 }, (_, i) =>
    i === 66_000 ? '{"a":"x\\u0000","age":1}' : '{"a":"x","age":1}',
  );
  const source = await folder.file("x.jsonl", rows.join("\n"));
  const labelling = labelTable(null, {
    ...byAge(source),
    columns: { text: ["a"] },
    label: async ({ table }) => new Int32Array(table.rows),
  });
  await expect(labelling).rejects.toThrow(/(row|line) 66001/);
});

test("leaves nothing behind when labelling fails or is aborted in the middle", async () => {
  const source = await folder.file("x.csv", customers(70_000));
  const reason = new Error("enough");
  for (const out of ["o.csv", "o.csv.gz", "o.parquet"]) {
    const failing = { ...byAge(source), label: () => Promise.reject(reason) };
    await expect(labelTable(folder.path(out), failing)).rejects.toBe(reason);
    const abort = new AbortController();
    const options = byAge(source);
    const aborted = labelTable(folder.path(out), {
      ...options,
      signal: abort.signal,
      label: (batch) => {
        if (batch.firstRow > 0) abort.abort(reason);
        return options.label(batch);
      },
    });
    await expect(aborted).rejects.toBe(reason);
  }
  expect(await folder.names()).toEqual(["x.csv"]);
});

test("tells how far it is", async () => {
  const source = await folder.file("x.csv", "age,b\n1,x\n2,y\n");
  const told: number[] = [];
  await labelTable(null, { ...byAge(source), onProgress: ({ rows }) => told.push(rows) });
  expect(told.at(-1)).toBe(2);
});

test("reads numbers as people write them, as readTable does, from the first row that is labelled on", async () => {
  const rows = Array.from({ length: 100_000 }, (_, i) => (i < 70_000 ? "12" : `1.${String(i).slice(-3)},5`));
  const source = await folder.file("x.csv", `age;b\n${rows.map((age) => `${age};x\n`).join("")}`);
  const read: number[] = [];
  const { notes, rows: count } = await labelTable(folder.path("o.csv"), {
    source,
    columns: { numeric: ["age"] },
    added: [{ name: "large", categories: ["no", "yes"] }],
    label: async (batch) => {
      if (batch.firstRow === 0) read.length = 0;
      for (const value of numbers(batch).values) read.push(value);
      return Int32Array.from(numbers(batch).values, (value) => (value > 12 ? 1 : 0));
    },
  });
  const table = await readTable(source);
  expect(read).toEqual([...numbers({ firstRow: 0, table }).values]);
  expect(notes).toEqual(table.notes);
  expect(count).toBe(100_000);
  const lines = (await folder.text("o.csv")).split("\n");
  expect([lines.length, lines[1], lines[70_001]]).toEqual([100_002, "12,x,no", '"1.000,5",x,yes']);
});

test("tells thousands from fractions as readTable does where the column itself does not", async () => {
  for (const [delimiter, value] of [
    [";", 1234],
    ["\t", 1.234],
  ] as const) {
    const source = await folder.file("x.csv", `age${delimiter}b\n1.234${delimiter}x\n2.345${delimiter}y\n`);
    let first = Number.NaN;
    await labelTable(null, {
      ...byAge(source),
      label: async (batch) => {
        first = numbers(batch).values[0];
        return new Int32Array(batch.table.rows);
      },
    });
    expect(first).toBe(value);
    expect(numbers({ firstRow: 0, table: await readTable(source) }).values[0]).toBe(value);
  }
});

test("refuses dates where numbers are needed", async () => {
  const source = await folder.file("x.csv", "age,b\n2026-01-01,x\n2026-02-01,y\n");
  const error = await fault("NOT_NUMERIC", labelTable(null, byAge(source)));
  expect(error.message).toBe('x.csv, column "age" holds dates, not numbers.');
});

test("refuses text where numbers are needed, also where a condition has found out that it is text", async () => {
  const source = await folder.file("x.csv", "age,b\nx,1\n5,2\ny,3\n");
  const refused = (where: string): Promise<TablesError> =>
    fault("NOT_NUMERIC", labelTable(null, { ...byAge(source), where }));
  expect((await refused("age <> 'x'")).message).toBe('x.csv, column "age" holds text, not numbers: row 2 has "y".');
  expect((await refused("age = '5'")).message).toBe('x.csv, column "age" holds text, not numbers.');
  const empty = await folder.file("empty.csv", "age,b\n,1\nNA,2\n");
  expect(await labelTable(null, { ...byAge(empty), where: "age is null" })).toMatchObject({ rows: 2 });
});

test("labels and writes the rows of several files that meet a condition", async () => {
  const source = [await folder.file("a.csv", "age,b\n1,x\n2,y\n"), await folder.file("b.csv", "b,age\nz,3\nw,1\n")];
  for (const out of ["o.csv", "o.parquet"]) {
    const labelled = await labelTable(folder.path(out), { ...byAge(source), where: "age >= 2" });
    expect(labelled).toMatchObject({ rows: 2, filtered: 2, counts: [1, 0, 1] });
  }
  expect(await folder.text("o.csv")).toBe("age,b,segment,segment_name\n2,y,C,Other\n3,z,A,Low\n");
  const { rows } = await parquetCells(folder.path("o.parquet"));
  expect(rows).toEqual([
    ["2.0", "y", "C", "Other"],
    ["3.0", "z", "A", "Low"],
  ]);
  const none = labelTable(null, { ...byAge(source), where: "age > 100" });
  expect((await fault("NO_ROWS", none)).message).toBe("None of the 4 rows of a.csv (and 1 more) meets the condition.");
});

test("takes a column for the numbers that readTable takes it for, or for none", async () => {
  const cell = fc.oneof(
    fc.constantFrom(
      "1.234",
      "12.345",
      "1,5",
      "1.5",
      "1.234,5",
      "1,234.5",
      "7",
      "-3",
      "",
      "NA",
      "12 %",
      "€ 4",
      "old",
      "1.1.2026",
    ),
    fc.integer().map(String),
  );
  const columns = fc.integer({ min: 1, max: 8 }).chain((rows) => {
    const column = fc.array(cell, { minLength: rows, maxLength: rows });
    return fc.tuple(
      fc.oneof(
        column,
        fc.constantFrom("1.234", "1,234", "5", "0,5").map((text) => Array(rows).fill(text)),
      ),
      column,
    );
  });
  let files = 0;
  await fc.assert(
    fc.asyncProperty(columns, fc.constantFrom(";", "\t"), async ([ages, others], delimiter) => {
      const lines = ages.map((age, i) => `${age}${delimiter}${others[i]}${delimiter}x\n`);
      const source = await folder.file(`${files++}.csv`, `age${delimiter}b${delimiter}c\n${lines.join("")}`);
      const [whole] = (await readTable(source)).columns;
      const read: number[] = [];
      const labelling = labelTable(null, {
        ...byAge(source),
        label: async (batch) => {
          read.splice(0, read.length, ...numbers(batch).values);
          return new Int32Array(batch.table.rows);
        },
      });
      const empty = whole.type === "text" && whole.missing === ages.length;
      if (whole.type !== "numeric" && !empty) return void (await fault("NOT_NUMERIC", labelling));
      const { numeric } = await labelling;
      if (whole.type !== "numeric") return expect(read.every(Number.isNaN)).toBe(true);
      expect(read).toEqual([...whole.values]);
      const { missing, unreadable, unreadableCount } = whole;
      expect(numeric).toEqual([{ name: "age", missing, unreadable, unreadableCount }]);
    }),
    { seed: 13, numRuns: 25 },
  );
});
