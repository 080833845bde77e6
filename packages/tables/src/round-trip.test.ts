import fc from "fast-check";
import { expect, test } from "vitest";
import { meansMissing } from "./columns/missing.ts";
import { CsvRecords } from "./csv/records.ts";
import { readTable } from "./read-table.ts";
import type { Column, Table } from "./table.ts";
import { folderForEachTest } from "./testing/folder.ts";
import { writeColumns } from "./write-columns.ts";
import { writeTable } from "./write-table.ts";

const folder = folderForEachTest();

const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 30 }),
  fc
    .array(fc.constantFrom('"', ",", ";", "\n", "\r\n", "\t", "|", " ", "a", "'", "\\", "#"), { maxLength: 6 })
    .map((all) => all.join("")),
  fc.constantFrom("", "NA", "null", "=1+1", "12", "x".repeat(40)),
);
const cell = text.filter((value) => !value.includes("\0"));
// Two columns at least: in a file of one, line ends inside the last quotes and none after are nothing to test.
const grid = fc
  .integer({ min: 2, max: 4 })
  .chain((columns) =>
    fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 12 }),
  );

/** CSV with quotes around every cell, so that nothing in it can be taken for anything else. */
function quoted(rows: readonly (readonly string[])[], delimiter: string, lineEnd: string): string {
  return rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(delimiter) + lineEnd).join("");
}

function records(csv: string): (readonly string[])[] {
  const all: (readonly string[])[] = [];
  const reader = new CsvRecords(",", (cells) => all.push(cells) > 0);
  expect(reader.push(csv) && reader.end()).toBe(true);
  return all;
}

function cellText(table: Table, row: number, column: number): string | number | null {
  const found = table.columns[column];
  if (found.type === "identifier") throw new Error("an identifier's cells are not held");
  if (found.type === "date") throw new Error("expected no dates");
  if (found.type === "text") return found.categories[found.codes[row]] ?? null;
  const bad = found.unreadable.find((one) => one.row === row);
  return bad ? bad.value.trim() : Number.isNaN(found.values[row]) ? null : found.values[row];
}

test("what is read and written is what the file holds, cell for cell and row for row", async () => {
  let files = 0;
  await fc.assert(
    fc.asyncProperty(
      grid,
      fc.constantFrom(",", ";", "\t", "|"),
      fc.constantFrom("\n", "\r\n"),
      async (rows, delimiter, end) => {
        const header = rows[0].map((_, i) => `column "${i}",;`);
        const name = `${files++}.csv`;
        const source = await folder.file(name, quoted([header, ...rows], delimiter, end));

        const table = await readTable(source);
        expect(table.rows).toBe(rows.length);
        rows.forEach((row, r) => {
          row.forEach((value, c) => {
            const read = cellText(table, r, c);
            if (meansMissing(value)) expect(read).toBeNull();
            else expect(typeof read === "number" ? Number(value) : value.trim()).toBe(read);
          });
        });

        const codes = Int32Array.from(rows, (_, row) => row);
        const added = [{ name: "row", codes, categories: rows.map((_, row) => `r${row}`) }];
        await writeTable(folder.path(`out-${name}`), { source, added });
        const written = records(await folder.text(`out-${name}`));
        expect(written).toEqual([[...header, "row"], ...rows.map((row, r) => [...row, `r${r}`])]);
      },
    ),
    { seed: 7, numRuns: 25 },
  );
});

test("a number is read as JavaScript reads it, to the last bit", async () => {
  let files = 0;
  const number = fc.double({ noNaN: true, noDefaultInfinity: true });
  const written = fc.oneof(
    number.map(String),
    number.map((value) => value.toExponential(20)),
    fc.tuple(fc.maxSafeInteger(), fc.nat({ max: 999_999 })).map(([whole, part]) => `${whole}.${part}`),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(written, { minLength: 1, maxLength: 500 }), async (numbers) => {
      const path = await folder.file(`${files++}.csv`, `a;b\n${numbers.map((value) => `${value};x\n`).join("")}`);
      const [column] = (await readTable(path)).columns;
      expect(column.type === "numeric" && [...column.values]).toEqual(numbers.map(Number));
    }),
    { seed: 7, numRuns: 10 },
  );
});

/** A column of texts as readTable gives it: trimmed categories in order of first appearance, a word first, so that it is no number. */
function textColumn(name: string, cells: readonly string[]): Column {
  const texts = cells.map((value) => value.trim());
  const present = texts.filter((value) => !meansMissing(value));
  const categories = [...new Set(present)];
  const codes = Int32Array.from(texts, (value) => categories.indexOf(value));
  return { name, type: "text", codes, categories, missing: texts.length - present.length };
}

function numericColumn(name: string, values: readonly number[]): Column {
  const missing = values.filter(Number.isNaN).length;
  return { name, type: "numeric", values: Float64Array.from(values), missing, unreadable: [], unreadableCount: 0 };
}

const SECONDS_PER_DAY = 86_400;

function dateColumn(name: string, seconds: readonly number[]): Column {
  const values = Float64Array.from(seconds, (second) => second / SECONDS_PER_DAY);
  const missing = seconds.filter(Number.isNaN).length;
  return { name, type: "date", values, missing, unreadable: [], unreadableCount: 0 };
}

const columnName = fc
  .oneof(
    cell,
    fc.constantFrom('say "hi"', "a,b", "a\nb", "😀", "=1+1", "+x", "-x", "@x", "a;b;c", "x|y|z", "\t", "sep=;", "c0"),
  )
  .map((name) => name.trim());
const notNumber = cell.filter((value) => !Number.isFinite(Number(value)) && !meansMissing(value));
const someNumber = fc.oneof(fc.double({ noDefaultInfinity: true }), fc.integer()).map((value) => value + 0);

const tables: fc.Arbitrary<Table> = fc
  .record({
    rows: fc.integer({ min: 1, max: 10 }),
    names: fc.uniqueArray(columnName, { minLength: 1, maxLength: 5, selector: (name) => name.toLowerCase() }),
  })
  .filter(({ names }) => names.every((name) => name !== ""))
  .filter(({ names }) => !names.every((name) => Number.isFinite(Number(name)))) // would be refused as a row
  .chain(({ rows, names }) => {
    const texts = fc.tuple(notNumber, fc.array(notNumber, { minLength: rows - 1, maxLength: rows - 1 }));
    const numbers = fc.tuple(
      fc.integer(),
      fc.array(fc.oneof(someNumber, fc.constant(Number.NaN)), { minLength: rows - 1, maxLength: rows - 1 }),
    );
    const second = fc.integer({ min: Date.UTC(1000) / 1000, max: Date.UTC(9999) / 1000 });
    const dates = fc.tuple(
      second,
      fc.array(fc.oneof(second, fc.constant(Number.NaN)), { minLength: rows - 1, maxLength: rows - 1 }),
    );
    const columns = names.map((name) =>
      fc.oneof(
        dates.map(([first, rest]) => dateColumn(name, [first, ...rest])),
        texts.map(([first, rest]) => textColumn(name, [first, ...rest])),
        numbers.map(([first, rest]) => numericColumn(name, [first, ...rest])),
      ),
    );
    return fc.tuple(...columns).map((all) => ({ rows, columns: all }));
  });

test("a table that is written and read again is the same", async () => {
  let files = 0;
  await fc.assert(
    fc.asyncProperty(tables, fc.constantFrom("csv", "tsv"), async (table, extension) => {
      const path = folder.path(`${files++}.${extension}`);
      await writeColumns(path, { table });
      expect(await readTable(path)).toEqual(table);
    }),
    { seed: 11, numRuns: 35 },
  );
});
