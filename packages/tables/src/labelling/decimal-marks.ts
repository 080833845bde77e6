import { settle } from "../cells/settle.ts";
import type { DecimalMark } from "../cells/written-number.ts";
import type { Connection } from "../duckdb/connection.ts";
import type { Source } from "../source/source.ts";

/** The mark that stands before the fraction in each column's numbers, as `readTable` reads them; null for other columns. */
export async function decimalMarks(source: Source, connection: Connection): Promise<readonly (DecimalMark | null)[]> {
  const { readings } = (await settle(source, connection, [...source.names.keys()])).source;
  return readings.map((reading) => {
    if (reading.as !== "number") return null;
    return reading.how === "comma" ? "comma" : "point";
  });
}
