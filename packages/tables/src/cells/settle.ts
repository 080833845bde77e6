import type { Connection } from "../duckdb/connection.ts";
import type { Source } from "../source/source.ts";
import { type Evidence, evidenceOf, evidenceSql } from "./evidence.ts";
import { demandedMark, isUnclear, type Surroundings, verdictOn } from "./verdict.ts";

/** A source of which some columns' readings are decided, and what is to be told of that. */
export interface Settled {
  readonly source: Source;
  readonly notes: readonly string[];
  /** All rows of the source. */
  readonly rows: number;
}

/**
 * Looks through all cells of some columns and decides how each is to be read: as numbers (in which way they are
 * written), dates or text. Columns that are decided already stay as they are.
 *
 * Where a column does not tell by itself, the others do: `others` says how many of them have a decimal point only;
 * where it is not given they are looked through too.
 */
export async function settle(
  source: Source,
  connection: Connection,
  columns: readonly number[],
  others?: { readonly points: number },
): Promise<Settled> {
  const open = columns.filter((i) => source.readings[i].as === "undecided");
  const { rows, evidence } = await gather(source, connection, open);
  const marks = evidence.map(demandedMark);
  if (others === undefined && evidence.some(isUnclear)) {
    const rest = source.readings.flatMap(({ as }, i) => (as === "undecided" && !open.includes(i) ? [i] : []));
    marks.push(...(await gather(source, connection, rest)).evidence.map(demandedMark));
  }
  const around: Surroundings = {
    comma: marks.filter((mark) => mark === "comma").length,
    point: marks.filter((mark) => mark === "point").length + (others?.points ?? 0),
    delimiter: source.delimiter,
  };
  const verdicts = evidence.map((one, i) => verdictOn(source.names[open[i]], one, around));
  const readings = source.readings.map((reading, i) => verdicts[open.indexOf(i)]?.reading ?? reading);
  const notes = verdicts.flatMap(({ note }) => (note === null ? [] : [note]));
  return { source: { ...source, readings }, notes, rows };
}

async function gather(
  source: Source,
  connection: Connection,
  columns: readonly number[],
): Promise<{ readonly rows: number; readonly evidence: readonly Evidence[] }> {
  let rows = 0;
  let evidence: readonly Evidence[] = [];
  const texts = columns.map((i) => `c${i}::VARCHAR`);
  for await (const chunk of connection.chunks(evidenceSql(texts, source.relation))) {
    rows = chunk.numbers(0)[0];
    evidence = evidenceOf(columns.length, (index) => chunk.numbers(index)[0]);
  }
  return { rows, evidence };
}
