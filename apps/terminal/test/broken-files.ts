import { mkdirSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

/** A file that cannot be segmented: how it is made, and what the sentence about it must mention. */
export interface Broken {
  readonly what: string;
  readonly name?: string;
  readonly make: string | Uint8Array | ((path: string) => void);
  readonly args?: readonly string[];
  readonly says: RegExp;
}

const rows = (count: number, cells: (row: number) => string): string =>
  Array.from({ length: count }, (_, row) => `${cells(row)}\n`).join("");
const good = `age,income\n${rows(40, (row) => `${20 + row},${(row * 37) % 101}`)}`;

export const BROKEN: readonly Broken[] = [
  { what: "an empty file", make: "", says: /empty/i },
  { what: "a header only", make: "age,income\n", says: /no (data )?row/i },
  { what: "a byte order mark only", make: "\ufeff", says: /empty/i },
  { what: "blank lines only", make: "\n\n  \n\n", says: /./ },
  { what: "a binary file", make: Uint8Array.from({ length: 4096 }, (_, i) => (i * 197 + (i >> 3)) & 255), says: /./ },
  { what: "a picture", make: Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), says: /./ },
  { what: "NUL bytes in a cell", make: "age,income\n1,2\n3,\u0000\u00004\n", says: /NUL|binary|text/i },
  { what: "a row with a cell too many", make: `${good}1,2,3\n`, says: /\b41\b/ },
  { what: "a row with a cell too few", make: `age,income,score\n1,2,3\n4,5\n6,7,8\n`, says: /\b2\b/ },
  { what: "no numeric column", make: "name,city\nann,rome\nbob,oslo\neve,bonn\n", says: /numeric|number/i },
  { what: "every row with something missing", make: "age,income\n1,\n,2\n3,\n,4\n", says: /row/i },
  { what: "one row again and again", make: `age,income\n${rows(30, () => "7,8")}`, says: /./ },
  {
    what: "numbers too large to be squared",
    make: "a,b\n1e308,-1e308\n-1e308,1e308\n1e308,1\n2,1e308\n",
    says: /large/i,
  },
  { what: "two columns of one name", make: "age,age\n1,2\n3,4\n5,6\n", says: /age/ },
  { what: "a quote that is never closed", make: 'age,name\n1,"ann\n2,bob\n3,eve\n', says: /quot/i },
  { what: "a folder", make: (path) => mkdirSync(path), says: /folder|directory/i },
  { what: "a file that is not there", make: () => {}, says: /./ },
  { what: "a spreadsheet", name: "x.xlsx", make: Buffer.from("504b0304140006000800000021", "hex"), says: /CSV/i },
  {
    what: "text that is not UTF-8",
    make: Buffer.from("name,age\nJos\xe9,3\nZo\xeb,4\nAn,5\n", "latin1"),
    says: /UTF-8/,
  },
  { what: "infinite values", make: "a,b\ninf,1\n-inf,2\nInfinity,3\ninf,4\n", says: /./ },
  { what: "more segments than rows", make: "a,b\n1,2\n3,4\n5,7\n", args: ["--k", "9"], says: /9/ },
  { what: "a feature that is not there", make: good, args: ["--features", "age,height"], says: /height/ },
  { what: "a feature that is text", make: "n,c\n1,a\n2,b\n3,a\n", args: ["--features", "c"], says: /"c"|\bc\b/ },
  { what: "an id column that is not there", make: good, args: ["--id", "customer"], says: /customer/ },
  { what: "a gzip cut short", name: "x.csv.gz", make: gzipSync(good.repeat(50)).subarray(0, 90), says: /./ },
  {
    what: "a parquet cut short",
    name: "x.parquet",
    make: Buffer.concat([Buffer.from("PAR1"), Buffer.alloc(200, 21)]),
    says: /./,
  },
  { what: "broken JSON lines", name: "x.jsonl", make: '{"a":1,"b":2}\n{"a":3,"b":\n{"a":5,"b":6}\n', says: /\b2\b/ },
  { what: "a JSON array", name: "x.json", make: '[{"a":1},{"a":2}]', says: /JSON/ },
];

/** Makes a broken file at `path`. */
export function make({ make }: Broken, path: string): void {
  if (typeof make === "function") make(path);
  else writeFileSync(path, make);
}
