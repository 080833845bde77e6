import type { Column, Table } from "@kentro/segments";

/** A table from cells by column name: numbers are numeric columns (NaN is an empty cell), texts are text. */
export function tableOf(columns: Readonly<Record<string, readonly number[] | readonly string[]>>): Table {
  const made = Object.entries(columns).map(([name, cells]): Column => {
    const values = cells.filter((cell) => typeof cell === "number");
    if (values.length === cells.length) {
      const missing = values.filter(Number.isNaN).length;
      return { name, type: "numeric", values: Float64Array.from(values), missing, unreadable: [], unreadableCount: 0 };
    }
    const texts = cells.map(String);
    const categories = [...new Set(texts)];
    const codes = Int32Array.from(texts, (cell) => categories.indexOf(cell));
    return { name, type: "text", codes, categories, missing: 0 };
  });
  return { rows: made.length === 0 ? 0 : (Object.values(columns)[0]?.length ?? 0), columns: made };
}

/** Two crowds of customers, far apart in two columns, with a town each. */
export function twoCrowds(names: readonly [string, string, string], towns: readonly [string, string]): Table {
  const size = 40;
  const cells = (low: number, high: number) =>
    Array.from({ length: size }, (_, i) => (i % 2 === 0 ? low : high) + ((i * 7) % 5));
  const [x, y, town] = names;
  return tableOf({
    [x]: cells(10, 90),
    [y]: cells(500, 100),
    [town]: Array.from({ length: size }, (_, i) => (i % 4 === 0 ? towns[0] : towns[1])),
  });
}
