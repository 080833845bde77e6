import { expect, test } from "vitest";
import { readTable } from "./read-table.ts";
import type { Column, Table } from "./table.ts";
import { folderForEachTest } from "./testing/folder.ts";

const folder = folderForEachTest();

const read = async (text: string, name = "x.csv"): Promise<Table> => readTable(await folder.file(name, text));
const numbers = (column: Column): number[] => {
  if (column.type === "numeric" || column.type === "date") return [...column.values];
  throw new Error(`expected ${column.name} to hold numbers or dates, not ${column.type}`);
};
const day = (iso: string): number => Date.parse(iso) / 86_400_000;
/** A file of one column of these cells and another that says nothing. */
const column = (name: string, cells: readonly string[], delimiter = ","): string =>
  [`${name}${delimiter}word`, ...cells.map((cell) => `"${cell}"${delimiter}x`), ""].join("\n");

test("reads decimal commas, and says so", async () => {
  const { columns, notes } = await read("income;share;word\n1.234,56 €;12,5 %;x\n-7,00 €;;y\n1.000.000 €;3 %;z\n");
  expect(columns.map(({ type }) => type)).toEqual(["numeric", "numeric", "text"]);
  expect(numbers(columns[0])).toEqual([1234.56, -7, 1_000_000]);
  expect(numbers(columns[1])).toEqual([12.5, Number.NaN, 3]);
  expect(notes).toEqual(["income: numbers read with decimal commas.", "share: numbers read with decimal commas."]);
});

test("reads thousands, money and negatives with decimal points, and says so", async () => {
  const { columns, notes } = await read(column("income", ["$1,234.50", "$7.25", "($3,000.00)", "$0.50-"]));
  expect(numbers(columns[0])).toEqual([1234.5, 7.25, -3000, -0.5]);
  expect(notes).toEqual(["income: numbers read as people write them."]);
});

test("says nothing of a table of plain numbers", async () => {
  const table = await read("a,b\n1,x\n2.5,y\n");
  expect(table).not.toHaveProperty("notes");
  expect(table).not.toHaveProperty("filtered");
});

test("reads the whole column again where plain numbers and written ones are mixed", async () => {
  const plain = Array.from({ length: 95 }, (_, i) => `${i}.5`);
  const point = await read(column("a", [...plain, "1,000.25", "2,000", "2,000", "3,000.5", "9,999.75"]));
  expect(numbers(point.columns[0]).slice(94)).toEqual([94.5, 1000.25, 2000, 2000, 3000.5, 9999.75]);
  const whole = Array.from({ length: 95 }, (_, i) => String(i));
  const comma = await read(column("a", [...whole, "1.234", "12,5", "7,25", "1.000.000", "8"], ";"));
  expect(numbers(comma.columns[0]).slice(94)).toEqual([94, 1234, 12.5, 7.25, 1_000_000, 8]);
});

test("takes the way of more cells where a column has both, and the others for unreadable", async () => {
  const { columns } = await read(column("a", [...Array.from({ length: 9 }, (_, i) => `${i},25`), "1.5"], ";"));
  expect(columns[0]).toMatchObject({ type: "numeric", unreadable: [{ row: 9, value: "1.5" }], unreadableCount: 1 });
});

test("leaves to text what is a number by neither way often enough", async () => {
  const { columns, notes } = await read(column("a", ["1.5", "2.5", "3.5", "1,5", "2,5", "3,5"]));
  expect(columns[0]).toMatchObject({ type: "text", categories: ["1.5", "2.5", "3.5", "1,5", "2,5", "3,5"] });
  expect(notes).toBeUndefined();
});

const unclear = (how: string, why: string): string[] => [
  `a: nothing in it tells thousands from fractions (1.234, 1,234); read with a decimal ${how}, ${why}.`,
];

test.each([
  [
    "a point, in a file parted by commas",
    "a,b\n1.234,x\n35.000,y\n7,z\n",
    [1.234, 35, 7],
    unclear("point", "as in English"),
  ],
  [
    "a point, in a file parted by semicolons",
    "a;b\n1.234;x\n35.000;y\n7;z\n",
    [1234, 35_000, 7],
    unclear("comma", "as files parted by semicolons mostly are"),
  ],
  [
    "a point, beside a column of decimal points",
    "a;b\n1.234;0.5\n35.000;1\n7;2\n",
    [1.234, 35, 7],
    unclear("point", "as the other columns are"),
  ],
  [
    "a point, beside a column of decimal commas",
    "a\tb\n1.234\t0,5\n35.000\t1\n7\t2\n",
    [1234, 35_000, 7],
    unclear("comma", "as the other columns are"),
  ],
  ["a comma, in a file parted by commas", 'a,b\n"1,234",x\n7,y\n', [1234, 7], unclear("point", "as in English")],
  [
    "a comma, in a file parted by semicolons",
    "a;b\n1,234;x\n7;y\n",
    [1.234, 7],
    unclear("comma", "as files parted by semicolons mostly are"),
  ],
])(
  "reads numbers that could be others as their surroundings say: three digits behind %s",
  async (_, text, values, notes) => {
    const table = await read(text);
    expect(numbers(table.columns[0])).toEqual(values);
    expect(table.notes?.filter((note) => note.startsWith("a:"))).toEqual(notes);
  },
);

test("takes no number of a JSON file or below one for thousands", async () => {
  const json = await read('{"a":1.234}\n{"a":35.001}\n', "x.jsonl");
  expect(numbers(json.columns[0])).toEqual([1.234, 35.001]);
  const fractions = await read("a;b\n0.123;x\n0.456;y\n");
  expect(numbers(fractions.columns[0])).toEqual([0.123, 0.456]);
  expect([json.notes, fractions.notes]).toEqual([undefined, undefined]);
});

test("looks at numbers of more than 65,536 different texts too, and counts the rows of what cannot be read", async () => {
  const cells = Array.from({ length: 70_000 }, (_, i) => `${i},50 €`);
  cells[69_000] = "gone";
  const { columns } = await read(column("a", cells, ";"));
  expect(columns[0]).toMatchObject({ type: "numeric", unreadable: [{ row: 69_000, value: "gone" }] });
  expect(numbers(columns[0])[68_999]).toBe(68_999.5);
});

test("keeps identifiers that look a little like numbers as they are", async () => {
  const cells = ["030 123 456", "0171 2345678", "192.168.1.1", "10115-3", "SKU 12", "1-2-3"];
  expect((await read(column("a", cells))).columns[0]).toMatchObject({ type: "text", categories: cells });
});

test.each([
  [
    "standard ones",
    ["2025-12-31", "2026-01-01T12:00:00Z", "2026-01-02 06:00:00+06:00"],
    ["2025-12-31", "2026-01-01T12:00Z", "2026-01-02"],
    undefined,
  ],
  [
    "the day first",
    ["31.12.2025", "01.02.2026"],
    ["2025-12-31", "2026-02-01"],
    ["d: read as dates with the day first."],
  ],
  [
    "the day first by one cell",
    ["3/4/2025", "13/4/2025"],
    ["2025-04-03", "2025-04-13"],
    ["d: read as dates with the day first."],
  ],
  [
    "the month first by one cell",
    ["3/4/2025", "4/13/2025"],
    ["2025-03-04", "2025-04-13"],
    ["d: read as dates with the month first."],
  ],
  [
    "neither by any",
    ["3/4/2025", "5/6/2025"],
    ["2025-04-03", "2025-06-05"],
    ["d: no date tells whether its day or its month is first; read with the day first."],
  ],
  ["months by name", ["31 Dec 2025", "Jan 2, 2026"], ["2025-12-31", "2026-01-02"], undefined],
])("reads dates: %s", async (_, cells, dates, notes) => {
  const table = await read(column("d", cells));
  expect(table.columns[0]).toMatchObject({ type: "date", missing: 0, unreadableCount: 0 });
  expect(numbers(table.columns[0])).toEqual(dates.map(day));
  expect(table.notes).toEqual(notes);
});

test("takes a column for dates when four of five cells are, and lists those that are not", async () => {
  const four = ["2025-01-01", "2025-01-02", "", "2025-01-03", "2025-02-30", "2025-01-04", "NA"];
  expect((await read(column("d", four))).columns[0]).toMatchObject({
    type: "date",
    missing: 2,
    unreadable: [{ row: 4, value: "2025-02-30" }],
    unreadableCount: 1,
  });
  expect((await read(column("d", [...four, "soon"]))).columns[0]).toMatchObject({ type: "text" });
});

test("leaves whole numbers numbers, also those of eight digits", async () => {
  expect(numbers((await read("d,e\n20251231,2025\n20260101,2026\n")).columns[0])).toEqual([20_251_231, 20_260_101]);
});

test("keeps a column of texts whole where it is asked to, as it stands", async () => {
  const ids = Array.from({ length: 100_000 }, (_, i) => (i % 2 === 0 ? `00${i}` : `customer number ${i}`));
  const text = `id,d\n${ids.map((id) => ` ${id} ,2025-01-01`).join("\n")}\nNA,\n00002,\n`;
  const path = await folder.file("x.csv", text);
  const { columns } = await readTable(path, { keep: ["id", "d"] });
  expect(columns[0]).toMatchObject({ type: "text", missing: 1 });
  expect(columns[1]).toMatchObject({ type: "text", categories: ["2025-01-01"] });
  const [id] = columns;
  if (id.type !== "text") throw new Error("expected text");
  expect(id.categories).toEqual([...ids, "00002"]);
  expect([...id.codes.subarray(0, 3), ...id.codes.subarray(99_999)]).toEqual([0, 1, 2, 99_999, -1, 100_000]);
});

test("refuses to keep a column that is not there, in the same letters", async () => {
  const reading = readTable(await folder.file("x.csv", "Id,b\n1,2\n"), { keep: ["id"] });
  await expect(reading).rejects.toMatchObject({ code: "NO_SUCH_COLUMN", message: 'x.csv has no column "id".' });
});
