import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

/** A file that cannot be segmented: how it is made, and what the sentence about it must mention. */
export interface Broken {
  readonly what: string;
  readonly name?: string;
  readonly make: string | Uint8Array | ((path: string) => void);
  readonly args?: readonly string[];
  readonly says: string;
}

const rows = (count: number, cells: (row: number) => string): string =>
  Array.from({ length: count }, (_, row) => `${cells(row)}\n`).join("");
const good = `age,income\n${rows(40, (row) => `${20 + row},${(row * 37) % 101}`)}`;
const noise = Uint8Array.from({ length: 4096 }, (_, i) => (i * 197 + (i >> 3)) & 255);

export const BROKEN: readonly Broken[] = [
  // The file.
  { what: "an empty file", make: "", says: "is empty" },
  { what: "no header", make: "19,15\n21,16\n23,17\n", says: "add a first line that names the columns" },
  { what: "a header only", make: "age,income\n", says: "no rows" },
  { what: "a file that is not there", make: () => {}, says: "There is no file x.csv" },
  { what: "a folder", make: (path) => mkdirSync(path), says: "is a folder" },
  { what: "a device", make: (path) => symlinkSync("/dev/null", path), says: "is not a regular file" },
  { what: "a binary file", make: noise, says: "is not a text file" },
  { what: "a spreadsheet", name: "x.xlsx", make: Buffer.from("504b0304140006000800", "hex"), says: "save it as CSV" },
  { what: "a gzip cut short", name: "x.csv.gz", make: gzipSync(good.repeat(50)).subarray(0, 90), says: "cut short" },
  { what: "a parquet cut short", name: "x.parquet", make: `PAR1${"\x15".repeat(200)}`, says: "cut short" },
  { what: "broken JSON lines", name: "x.jsonl", make: '{"a":1,"b":2}\n{"a":3,"b":\n', says: "line 2 is not" },
  { what: "a gzip of nothing", name: "x.csv.gz", make: gzipSync(""), says: "is empty" },
  { what: "an old spreadsheet", name: "x.xls", make: Buffer.from("d0cf11e0a1b11ae1", "hex"), says: "save it as CSV" },
  { what: "a spreadsheet by another name", make: Buffer.from("504b0304140006000800", "hex"), says: "CSV" },
  {
    what: "a PDF",
    name: "x.pdf",
    make: `%PDF-1.7\n%\xe2\xe3\n${"\u0000\u0001".repeat(99)}`,
    says: "is not a text file",
  },
  {
    what: "a picture",
    name: "x.png",
    make: Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"),
    says: "not a text",
  },
  { what: "a bzip2", name: "x.csv.bz2", make: Buffer.from("425a6839314159265359", "hex"), says: "bzip2" },
  { what: "a file of empty lines", make: "\n\n\n\n", says: "is empty" },
  { what: "a byte order mark alone", make: "\ufeff", says: "is empty" },
  { what: "a broken link", make: (path) => symlinkSync("nowhere", path), says: "There is no file" },
  { what: "JSON lines of numbers", name: "x.jsonl", make: "1\n2\n3\n", says: "line 1" },
  { what: "JSON lines of lists", name: "x.jsonl", make: "[1,2]\n[3,4]\n", says: "one object a line" },
  { what: "a pattern that nothing fits", name: "y.csv", make: good, args: ["no-*.csv"], says: "no-*.csv" },
  { what: "a file beside one of other columns", make: good, args: ["other.csv"], says: "other.csv" },
  { what: "a JSON array", name: "x.json", make: '[{"a":1},{"a":2}]', says: "one object a line" },
  // Its rows and columns.
  { what: "NUL bytes in a cell", make: "age,income\n1,2\n3,\u0000\u00004\n", says: "NUL bytes" },
  { what: "a row with a cell too many", make: `${good}1,2,3\n`, says: "row 41: expected 2 columns, got 3" },
  { what: "two columns of one name", make: "age,age\n1,2\n3,4\n5,6\n", says: 'two columns named "age"' },
  { what: "a quote that is never closed", make: 'age,name\n1,"ann\n2,bob\n3,eve\n', says: "row 1: a quote" },
  // Its numbers.
  { what: "no numeric column", make: "name,city\nann,rome\nbob,oslo\n", says: "no numeric column" },
  { what: "one row", make: "a,b\n1,2\n", says: "no numeric column" },
  {
    what: "one row again and again",
    make: `age,income\n${rows(30, () => "7,8")}`,
    says: "age left out: every value is 7",
  },
  {
    what: "something missing in every row",
    make: "age,income\n1,\n,2\n3,\n,4\n",
    says: 'row 1 has nothing in "income"',
  },
  {
    what: "numbers too large",
    make: "a,b\n1e308,-1e308\n-1e308,1e308\n1,1\n",
    says: 'Column "a", row 1: 1e+308 is too large',
  },
  // What is asked of it.
  { what: "more segments than rows", make: "a,b\n1,2\n3,4\n", args: ["--k", "9"], says: "9 segments need 9 rows" },
  { what: "too few rows that differ", make: "a\n1\n2\n2\n2\n", args: ["--k", "3"], says: "only 2 of 4 differ" },
  { what: "a feature that is not there", make: good, args: ["--features", "age,height"], says: 'no column "height"' },
  { what: "a feature that two could be", make: good, args: ["--features", "e"], says: 'any of "age", "income"' },
  { what: "a feature that is text", make: "n,c\n1,a\n2,b\n", args: ["--features", "c"], says: '"c" holds text' },
  {
    what: "a feature that is the id",
    make: good,
    args: ["--feature", "age", "--id", "age"],
    says: "both the id and a feature",
  },
  {
    what: "the logarithm of negative numbers",
    make: `a,b\n${rows(30, (row) => `${((row * 37) % 101) - 50},${row % 7}`)}`,
    args: ["--features", "a,b", "--log", "a"],
    says: 'Column "a", row 1: -50 has no logarithm',
  },
  {
    what: "a category of a thousand values",
    make: `a,b\n${rows(1000, (row) => `${row % 9},v${row}`)}`,
    args: ["--categorical", "b"],
    says: '"b" has 1,000 different values',
  },
  { what: "a column of one category", make: "a,c\n1,x\n2,x\n9,x\n", args: ["--categorical", "c"], says: '"c"' },
  { what: "a category that is the id", make: good, args: ["--categorical", "age", "--id", "age"], says: "both the id" },
  { what: "a weight of no column", make: good, args: ["--weight", "height=2"], says: 'no column "height"' },
  {
    what: "a weight of a column that is not used",
    make: good,
    args: ["--features", "age", "--weight", "income=2"],
    says: "not clustered by (income left out: not asked for)",
  },
  { what: "a logarithm of a text", make: "n,c\n1,a\n2,b\n4,a\n", args: ["--log", "c"], says: 'names "c"' },
  { what: "a value that is text", make: "n,c\n1,a\n2,b\n4,a\n", args: ["--value", "c"], says: '"c" holds text' },
  { what: "a value that is not there", make: good, args: ["--value", "money"], says: 'no column "money"' },
  { what: "missing values dropped and kept", make: good, args: ["--missing", "drop,median"], says: "drop, or median" },
  { what: "more segments than may be", make: good, args: ["--k", "2000"], says: "at most 1000 segments" },
  { what: "a condition that no row meets", make: good, args: ["--where", "age > 999"], says: "None of the 40 rows" },
  { what: "a condition that is none", make: good, args: ["--where", "age >"], says: "cannot be understood" },
  { what: "a condition that is a number", make: good, args: ["--where", "age"], says: "neither true nor false" },
  { what: "a condition on no column", make: good, args: ["--where", "height > 1"], says: '"height"' },
  { what: "a condition of two statements", make: good, args: ["--where", "1=1; DROP TABLE x"], says: "near ;" },
  { what: "a condition with a query", make: good, args: ["--where", "age > (SELECT 1)"], says: "a query of its own" },
  { what: "a query for a condition", make: good, args: ["--where", "SELECT true"], says: "a query of its own" },
  {
    what: "a condition that reads files",
    make: good,
    args: ["--where", "read_text('/etc/passwd') = ''"],
    says: "read_text",
  },
  { what: "a condition that asks for secrets", make: good, args: ["--where", "getenv('HOME') = ''"], says: "getenv" },
  { what: "a condition of chance", make: good, args: ["--where", "random() > 0.5"], says: "uses random" },
  { what: "a condition on all rows", make: good, args: ["--where", "sum(age) > 3"], says: "uses sum" },
  { what: "a condition on other rows", make: good, args: ["--where", "lag(age) OVER () > 3"], says: "window function" },
  { what: "a file named twice", make: good, args: ["x.csv"], says: "named twice" },
  { what: "a file beside standard input", make: good, args: ["-"], says: "cannot be read together" },
  { what: "plays that are not there", make: good, args: ["--plays", "no.json"], says: '"no.json" does not exist' },
  {
    what: "plays that are a table",
    make: good,
    args: ["--plays", "x.csv"],
    says: "is no list of plays: it is not JSON",
  },
  { what: "a model that is a table", make: good, args: ["--previous", "x.csv"], says: "is no saved segmentation" },
  { what: "an id column that is not there", make: good, args: ["--id", "customer"], says: 'no column "customer"' },
];

/** Makes a broken file at `path`. */
export function make({ make }: Broken, path: string): void {
  if (typeof make === "function") make(path);
  else writeFileSync(path, make);
}
