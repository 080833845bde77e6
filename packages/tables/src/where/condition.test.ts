import fc from "fast-check";
import { expect, test } from "vitest";
import { settle } from "../cells/settle.ts";
import { readTable } from "../read-table.ts";
import { withSource } from "../source/with-source.ts";
import { TablesError } from "../tables-error.ts";
import { fault, folderForEachTest } from "../testing/folder.ts";
import { writeTable } from "../write-table.ts";
import { filtered } from "./filtered.ts";
import { FUNCTIONS } from "./functions.ts";

const folder = folderForEachTest();

const PEOPLE = `id;Age;country;joined;Annual Income (k$);vip;zip
0;18;DE;2025-01-01;1.200,50 €;true;01067
1;17;FR;2025-06-30 12:00;15,00 €;false;75001
2; 50 ;US;31 Dec 2023;7,25 €;;
3;;DE;2024-02-29;;true;80331
4;x;Ünland;;900,00 €;yes;NA
5;7;o'Neill;2025-12-31T23:00:00-02:00;-1,00 €;no;1
6;9;DE;2025-06-01;3,00 €;false;01067
7;61;de;2025-06-02;4,00 €;false;00002
`;

/** What each condition gives: the ids of the rows that meet it, or the sentence by which it is refused. */
async function outcomes(conditions: readonly string[]): Promise<(readonly number[] | string)[]> {
  const path = await folder.file("people.csv", PEOPLE);
  return withSource(path, undefined, async (found, connection, { name }) => {
    const columns = found.names.map((_, i) => i);
    const { source } = await settle(found, connection, columns); // once, and not for each condition
    const all: (readonly number[] | string)[] = [];
    for (const where of conditions) {
      const ids: number[] = [];
      try {
        const { relation } = (await filtered(source, connection, where, name)).source;
        for await (const chunk of connection.chunks(`SELECT c0::DOUBLE FROM ${relation}`))
          ids.push(...chunk.numbers(0));
        all.push(ids);
      } catch (error) {
        if (!(error instanceof TablesError) || error.code !== "BAD_CONDITION") throw error;
        all.push(error.message);
      }
    }
    return all;
  });
}

const conditions: readonly (readonly [string, readonly number[]])[] = [
  ["age >= 18 and country in ('DE', 'FR')", [0]],
  ["AGE > 9", [0, 1, 2, 7]],
  ["age > '9'", [0, 1, 2, 7]],
  ["age = 50.0", [2]],
  ["age is null", [3, 4]],
  ["not (age >= 18)", [1, 5, 6]],
  ["age between 9 and 18 or age <> age", [0, 1, 6]],
  ["age not in (18, 17, 50, 61)", [5, 6]],
  ["age % 2 = 1 and -age < 0 and age / 2 > 4 and (age + 1) * 2 - 1 < 100", [1, 6]],
  ["country = 'DE'", [0, 3, 6]],
  ["lower(country) = 'de' and length(country) = 2", [0, 3, 6, 7]],
  ["country like 'D%' or country ilike 'ü%' or country not like '__'", [0, 3, 4, 5, 6]],
  ["country = 'o''Neill'", [5]],
  ["starts_with(country, 'D') and contains(country, 'E')", [0, 3, 6]],
  ["country || '!' = 'US!'", [2]],
  ['"Annual Income (k$)" > 100', [0, 4]],
  ['"annual income (k$)" < 0 or round(abs("Annual Income (k$)")) = 7', [2, 5]],
  ["joined >= '2025-06-30'", [1, 5]],
  ["joined < date '2024-01-01'", [2]],
  ["year(joined) = 2025 and month(joined) = 6", [1, 6, 7]],
  ["extract(day from joined) = 29", [3]],
  ["joined > timestamp '2025-12-31 23:30:00'", [5]],
  ["joined + interval 1 year > date '2026-12-01'", [5]],
  ["date_diff('day', joined, date '2025-07-01') between 0 and 1", [1]],
  ["vip", [0, 3, 4]],
  ["vip = true and not (vip = false)", [0, 3, 4]],
  ["vip is null", [2]],
  ["not vip", [1, 5, 6, 7]],
  ["zip = '01067'", [0, 6]],
  ["zip = 1067", [0, 6]],
  ["cast(zip as varchar) is null", [2, 4]],
  ["coalesce(age, 0) = 0", [3, 4]],
  ["case when age > 18 then true when age is null then false else country = 'FR' end", [1, 2, 7]],
  ["country is distinct from 'DE' and age is not null", [1, 2, 5, 7]],
  ["true", [0, 1, 2, 3, 4, 5, 6, 7]],
  ["1 = 2", []],
  ["age > 17 -- adults", [0, 2, 7]],
  ["length(country) * 9000000000000000000 > 1", []],
  ["age / (age - 9) > 0 and (age - 9) / (age - 9) > 0", [0, 1, 2, 7]],
  ["age % 0 > 1 or mod(age, 0) > 1 or age / 0 is not null", []],
  ["cast(age as varchar) = '18' or age || '' = '17' or concat(age, 'x') = '50x'", [0, 1, 2]],
  ["replace(replace(country, 'D', 'F'), 'E', '') = 'F'", [0, 3, 6]],
];

test("leaves the rows that meet a condition, numbers and dates compared as such", async () => {
  const ids = await outcomes(conditions.map(([where]) => where));
  expect(conditions.map(([where], i) => [where, ids[i]])).toEqual(conditions);
});

const refused: readonly (readonly [string, string])[] = [
  ["", "The condition is empty."],
  ["x".repeat(10_001), "The condition is longer than 10,000 characters."],
  [
    "Annual Income (k$) > 5",
    "The condition cannot be understood: the fault is near Income; names with spaces are put in double quotes, text in single ones.",
  ],
  [
    "age >",
    "The condition cannot be understood: it ends too early or has a bracket or quote too many; names with spaces are put in double quotes, text in single ones.",
  ],
  [
    "ages > 5",
    'The condition names a column "ages", which people.csv does not have (text is put in single quotes): is "Age" meant?',
  ],
  [
    'country = "DE"',
    'The condition names a column "DE", which people.csv does not have (text is put in single quotes).',
  ],
  [
    "country > 5",
    'The condition compares "country", which holds text, with a number: put it in single quotes to compare it as text.',
  ],
  [
    "5 < country",
    'The condition compares "country", which holds text, with a number: put it in single quotes to compare it as text.',
  ],
  ["age in (1, 'old')", `The condition compares "Age", which holds numbers, with the text 'old'.`],
  [
    "joined > 2024",
    `The condition compares "joined", which holds dates, with something else: write a date as '2025-12-31'.`,
  ],
  [
    "joined > '31.12.2024'",
    `The condition compares "joined", which holds dates, with something else: write a date as '2025-12-31'.`,
  ],
  ["age + country > 5", "The condition puts together what does not fit: text with numbers or dates, say."],
  ["lower(age) = '5'", "The condition puts together what does not fit: text with numbers or dates, say."],
  ["regexp_matches(country, '(')", "The condition puts together what does not fit: text with numbers or dates, say."],
  ["age = 1e999", "The condition has a number that is too large."],
  ["country = 'a\0b'", "The condition holds a NUL character."],
  [
    "not ".repeat(2400),
    "The condition cannot be understood: it ends too early or has a bracket or quote too many; names with spaces are put in double quotes, text in single ones.",
  ],
  [`${"not ".repeat(2400)}vip`, "The condition is nested too deeply."],
  ["country = age", 'The condition compares "country", which holds text, with "Age", which holds numbers.'],
  ["age in (5, joined)", 'The condition compares "Age", which holds numbers, with "joined", which holds dates.'],
  ["age // 2 = 9", "The condition uses //, which is not one of the functions that it may use."],
  [
    `length(${"replace(".repeat(6)}'aa'${`,'a','${"a".repeat(1000)}')`.repeat(6)}) > 1`,
    "The condition has a replace that may make text longer: its third part must be a text no longer than the second.",
  ],
  [
    "replace(country, 'D', country) = 'x'",
    "The condition has a replace that may make text longer: its third part must be a text no longer than the second.",
  ],
  ["age", "The condition is neither true nor false: compare what it gives with something."],
  ["country || 'x'", "The condition is neither true nor false: compare what it gives with something."],
  ["null", "The condition is neither true nor false: compare what it gives with something."],
  ["age = 1); select (2", "The condition is more than one expression."],
  ["age = 1) union select 1 where (true", "The condition is more than one expression."],
  ["age = 1) group by (age", "The condition is more than one expression."],
  ["age = 1) limit (1", "The condition is more than one expression."],
  ["age in (select 1)", "The condition has a query of its own: it may only be about the cells of one row."],
  [
    "exists(from read_text('/etc/passwd'))",
    "The condition has a query of its own: it may only be about the cells of one row.",
  ],
  ["row_number() over () = 1", "The condition has a window function: it may only be about the cells of one row."],
  [
    "list_filter([1], x -> x > 1) = 1",
    "The condition uses list_filter, which is not one of the functions that it may use.",
  ],
  ["lower(x -> x) = 1", "The condition has a lambda function: it may only be about the cells of one row."],
  ["age = ?", "The condition has a parameter: it may only be about the cells of one row."],
  ["age = $1", "The condition has a parameter: it may only be about the cells of one row."],
  ["* = 1", "The condition has a star: it may only be about the cells of one row."],
  ["columns('a') = 1", "The condition has a star: it may only be about the cells of one row."],
  ["country = 'x' collate nocase", "The condition has a collation: it may only be about the cells of one row."],
  ["count(*) > 1", "The condition uses count_star, which is not one of the functions that it may use."],
  ["sum(age) > 1", "The condition uses sum, which is not one of the functions that it may use."],
  ["random() > 0.5", "The condition uses random, which is not one of the functions that it may use."],
  ["joined < now()", "The condition uses now, which is not one of the functions that it may use."],
  ["getenv('HOME') = 'x'", "The condition uses getenv, which is not one of the functions that it may use."],
  [
    "current_setting('x') = 'x'",
    "The condition uses current_setting, which is not one of the functions that it may use.",
  ],
  [
    "read_text('/etc/passwd') = 'x'",
    "The condition uses read_text, which is not one of the functions that it may use.",
  ],
  ["pg_catalog.lower(country) = 'x'", "The condition uses lower, which is not one of the functions that it may use."],
  ["age[1] = 1", "The condition has something that is not allowed (array_extract)."],
  ["age::struct(a int) is null", "The condition casts to a type that is not allowed (struct)."],
];

test("refuses what is no condition on the cells of one row, in one sentence", async () => {
  const sentences = await outcomes(refused.map(([where]) => where));
  expect(refused.map(([where], i) => [where, sentences[i]])).toEqual(refused);
});

test("makes of any words either rows or a sentence", async () => {
  const words = [
    ...[
      "age",
      "country",
      "joined",
      "vip",
      '"Age"',
      "x",
      "5",
      "1.5",
      "'x'",
      "'2025-01-01'",
      "null",
      "true",
      "date '2025-01-01'",
    ],
    ...[
      "=",
      "<",
      "+",
      "-",
      "||",
      "and",
      "or",
      "not",
      "in",
      "like",
      "is",
      "between",
      "(",
      ")",
      ",",
      "::int",
      ";",
      "--",
      "*",
      "?",
    ],
    ...[
      "lower(",
      "abs(",
      "year(",
      "length(",
      "coalesce(",
      "case when",
      "then",
      "else",
      "end",
      "select",
      "exists",
      "interval 1 day",
    ],
  ];
  const operand = fc.constantFrom(
    "age",
    "country",
    "joined",
    "vip",
    "5",
    "'x'",
    "'2025-01-01'",
    "lower(country)",
    "year(joined)",
    "-age",
  );
  const comparison = fc.tuple(
    operand,
    fc.constantFrom("=", "<", "<>", "like", "+", "||", "in (5,", "and", "or"),
    operand,
  );
  const condition = fc.oneof(
    fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 }).map((all) => all.join(" ")),
    comparison.map(([left, operator, right]) => `${left} ${operator} ${right}${operator.includes("(") ? ")" : ""}`),
    fc.string({ unit: "binary", maxLength: 10 }),
  );
  const results = await outcomes(fc.sample(condition, { seed: 9, numRuns: 100 }));
  expect(results.filter((result) => typeof result !== "string").length).toBeGreaterThan(10);
  expect(results.filter((result) => typeof result === "string").length).toBeGreaterThan(10);
});

test("takes functions only that depend on nothing but what they are given", () => {
  for (const name of [
    "random",
    "now",
    "today",
    "uuid",
    "getenv",
    "error",
    "nextval",
    "read_csv",
    "query",
    "getvariable",
  ]) {
    expect(FUNCTIONS.has(name), name).toBe(false);
  }
});

test("names a column whose name has quotes, points and more in it", async () => {
  const path = await folder.file("x.csv", `"a.b","say ""hi""","it's ; --",__proto__\n1,2,3,4\n5,6,7,8\n`);
  for (const where of ["a.b = 1", '"say ""hi""" = 2', `"it's ; --" = 3`, "__proto__ = 4"]) {
    expect((await readTable(path, { where })).rows, where).toBe(1);
  }
});

test("says what is left out, and how many rows, and when none is left", async () => {
  const path = await folder.file("x.csv", `a,b\n${Array.from({ length: 3000 }, (_, i) => `${i},x\n`).join("")}`);
  const table = await readTable(path, { where: "a < 1000" });
  expect(table).toMatchObject({ rows: 1000, filtered: 2000 });
  expect(table.notes).toEqual(["2,000 of 3,000 rows are left out: they do not meet the condition a < 1000."]);
  const none = await fault("NO_ROWS", readTable(path, { where: "a < 0" }));
  expect(none.message).toBe("None of the 3,000 rows of x.csv meets the condition.");
});

test("filters several files, JSON lines and what is written, by the same rows", async () => {
  const csv = [await folder.file("1.csv", "a,b\n1,x\n2,y\n"), await folder.file("2.csv", "b,a\nz,3\n")];
  expect(await readTable(csv, { where: "a > 1" })).toMatchObject({ rows: 2, filtered: 1 });
  const json = await folder.file("x.jsonl", '{"a":1}\n{"a":"2"}\n{}\n');
  expect(await readTable(json, { where: "a >= 2" })).toMatchObject({ rows: 1, filtered: 2 });
  const added = [{ name: "row", codes: Int32Array.of(0, 1), categories: ["first", "second"] }];
  await writeTable(folder.path("out.csv"), { source: csv, where: "a > 1", added });
  expect(await folder.text("out.csv")).toBe("a,b,row\n2,y,first\n3,z,second\n");
});

test("counts unreadable cells by the rows that are left", async () => {
  const rows = Array.from({ length: 20 }, (_, i) => `${i},${i === 15 ? "x" : "7"}\n`);
  const path = await folder.file("x.csv", `a,b\n${rows.join("")}`);
  const { columns } = await readTable(path, { where: "a >= 10" });
  expect(columns[1]).toMatchObject({ unreadable: [{ row: 5, value: "x" }] });
});

test("reads a column as its whole file says, whatever rows are left", async () => {
  const text = `d,n\n${["3/4/2025,1", "4/13/2025,2", "5/6/2025,3"].join("\n")}\n`;
  const path = await folder.file("x.csv", text);
  const { columns } = await readTable(path, { where: "d <> '2025-04-13'" });
  expect(columns[0]).toMatchObject({ type: "date", values: Float64Array.of(20_151, 20_214) });
});

test("still finds what is wrong with the file", async () => {
  const path = await folder.file("x.csv", "a,b\n1,2\n3\n");
  expect(await fault("RAGGED_ROW", readTable(path, { where: "a > 1" }))).toMatchObject({ row: 1 });
});
