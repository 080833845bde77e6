import { basename } from "node:path";
import type { ModelSegment, Table } from "@kentro/segments";
import type { AddedColumn, Label } from "@kentro/tables";
import type { Input } from "./arguments/invocation.ts";
import { CommandError } from "./failure.ts";
import { savedModelFault } from "./saved-model-fault.ts";
import type { Work } from "./work.ts";

/** The source that is the built-in sample; a file of that name is `./mall`. */
const SAMPLE = "mall";

/** Standard input as a source; a file of that name is `./-`. */
const STANDARD_INPUT = "-";

/** An opened table and the way back to its rows. */
export interface Source {
  /** For people: the file's name, or the sample's. */
  readonly title: string;
  readonly table: Table;
  /** The features where none are asked for; undefined leaves it to @kentro/segments. */
  readonly preset: readonly string[] | "all" | undefined;
  /** What is to be said of how the table was made, a sentence each. */
  readonly notes: readonly string[];
  /** Writes every row and column, in order, and the segment of each row; all or nothing. */
  write(out: string, labels: Int32Array, segments: readonly ModelSegment[], options: WriteOptions): Promise<void>;
}

interface WriteOptions {
  /** Whether `out` may replace a file. */
  readonly overwrite: boolean;
  readonly excel: boolean;
  readonly signal: AbortSignal;
}

/**
 * Opens the sample, for which nothing is loaded that reads files, or files through @kentro/tables. `keep` are columns,
 * named as features are, whose texts are kept however many there are.
 */
export async function openSource(
  input: Input,
  work: Pick<Work, "signal" | "at">,
  keep: readonly string[] = [],
): Promise<Source> {
  if (isSample(input)) {
    const { mall, mallPreset } = await import("@kentro/segments");
    return { ...heldSource("Mall customers", mall), preset: mallPreset.features };
  }
  const { signal } = work;
  const { sources, where } = input;
  work.at({ what: "reading", rows: 0 });
  const { readNames, readTable, writeTable } = await import("@kentro/tables");
  const onProgress = ({ rows }: { rows: number }) => work.at({ what: "reading", rows });
  const read = async (): Promise<Table> => {
    const kept = keep.length === 0 ? [] : await columnsNamed(keep, await readNames(sources, { signal }));
    return await readTable(sources, { where, keep: kept, signal, onProgress });
  };
  const table = await read().catch(async (error: unknown) => {
    throw (await savedModelFault(error, sources)) ?? error;
  });
  return {
    title: titleOf(sources),
    table,
    preset: undefined,
    notes: [],
    write: (out, labels, segments, options) =>
      writeTable(out, { source: sources, where, added: labelColumns(labels, segments), ...options }),
  };
}

async function columnsNamed(asked: readonly string[], names: readonly string[]): Promise<readonly string[]> {
  const { findColumn } = await import("@kentro/segments");
  const columns = names.map((name) => ({ name, type: "identifier", missing: 0 }) as const);
  return asked.map((each) => findColumn({ rows: 0, columns }, each).name);
}

/** A table in memory as a source. */
export function heldSource(title: string, table: Table): Source {
  return {
    title,
    table,
    preset: undefined,
    notes: [],
    write: async (out, labels, segments, options) => {
      const { writeColumns } = await import("@kentro/tables");
      await writeColumns(out, { table, added: labelColumns(labels, segments), ...options });
    },
  };
}

/** Whether a source is the built-in sample, which is read whole and alone. Throws a CommandError otherwise. */
export function isSample({ sources, where }: Input): boolean {
  if (!sources.includes(SAMPLE)) return false;
  if (sources.length > 1) {
    const message = `"${SAMPLE}" is the built-in sample and is read alone; a file of that name is "./${SAMPLE}".`;
    throw new CommandError("usage", message);
  }
  if (where !== undefined) throw new CommandError("usage", "--where is about files, and the built-in sample is none.");
  return true;
}

/** The files that a source stands for, patterns as they stand: what is read must not be written. */
export function inputsOf({ sources }: Pick<Input, "sources">): readonly string[] {
  return sources.filter((source) => source !== SAMPLE && source !== STANDARD_INPUT);
}

/** What to call files that are read. */
function titleOf(sources: readonly string[]): string {
  const [first = "", ...others] = sources.map((source) =>
    source === STANDARD_INPUT ? "standard input" : basename(source),
  );
  if (others.length === 0) return first;
  return others.length === 1 ? `${first} and ${others[0]}` : `${first} and ${others.length} other files`;
}

type Named = Pick<ModelSegment, "letter" | "name">;

/** The columns that say who is in which segment. */
function labelColumns(codes: Int32Array, segments: readonly Named[]): AddedColumn[] {
  return labelNames(segments).map((label) => ({ ...label, codes }));
}

/** The same without codes: what each code stands for. */
export function labelNames(segments: readonly Named[]): Label[] {
  return [
    { name: "segment", categories: segments.map(({ letter }) => letter) },
    { name: "segment_name", categories: segments.map(({ name }) => name) },
  ];
}
