import { basename } from "node:path";
import type { ModelSegment, Table } from "@kentro/segments";
import type { Doing } from "./progress-line.ts";

/** The source that is the built-in sample; a file of that name is `./mall`. */
const SAMPLE = "mall";

/** An opened table and the way back to its rows. */
export interface Source {
  /** For people: the file's name, or the sample's. */
  readonly title: string;
  readonly table: Table;
  /** The features where none are asked for; undefined leaves it to @kentro/segments. */
  readonly preset: readonly string[] | undefined;
  /** Writes every row and column, in order, and the segment of each row; all or nothing. */
  write(out: string, labels: Int32Array, segments: readonly ModelSegment[], options: WriteOptions): Promise<void>;
}

interface WriteOptions {
  /** Whether `out` may replace a file. */
  readonly overwrite: boolean;
  readonly signal: AbortSignal;
}

/** Opens the sample, for which nothing is loaded that reads files, or a file through @kentro/tables. */
export async function openSource(source: string, signal: AbortSignal, at: (doing: Doing) => void): Promise<Source> {
  if (source === SAMPLE) {
    const { mall, mallPreset } = await import("@kentro/segments");
    return {
      title: "Mall customers",
      table: mall,
      preset: mallPreset.features,
      write: async (out, labels, segments, options) => {
        const { writeColumns } = await import("@kentro/tables");
        await writeColumns(out, { table: mall, added: labelColumns(labels, segments), ...options });
      },
    };
  }
  at({ what: "reading", rows: 0 });
  const { readTable, writeTable } = await import("@kentro/tables");
  const table = await readTable(source, { signal, onProgress: ({ rows }) => at({ what: "reading", rows }) });
  return {
    title: basename(source),
    table,
    preset: undefined,
    write: (out, labels, segments, options) =>
      writeTable(out, { source, added: labelColumns(labels, segments), ...options }),
  };
}

/** The files that a source stands for: what is read must not be written. */
export function inputsOf(source: string): readonly string[] {
  return source === SAMPLE ? [] : [source];
}

function labelColumns(codes: Int32Array, segments: readonly ModelSegment[]) {
  return [
    { name: "segment", codes, categories: segments.map(({ letter }) => letter) },
    { name: "segment_name", codes, categories: segments.map(({ name }) => name) },
  ];
}
