import { UNDECIDED } from "../cells/reading.ts";
import { literal, pathLiteral } from "../duckdb/sql-text.ts";
import { shown, TablesError } from "../tables-error.ts";
import { columnNames } from "./column-names.ts";
import type { KnownFile } from "./file-kind.ts";
import { refuseOtherText } from "./other-text.ts";
import { readBytes, readHead } from "./read-bytes.ts";
import type { SourceKind } from "./source.ts";

const HEAD_BYTES = 1 << 16;
const LONGEST_LINE = 16 * 1024 * 1024; // DuckDB's limit for one JSON value

/**
 * JSON lines: one object a line, its keys the columns, in the order in which they first appear; a key that a line
 * lacks is a missing cell. Cells are read as text (true and false as words, nested values as JSON).
 */
export const jsonLines: SourceKind = {
  async find(file, connection) {
    await refuseOtherJson(file);
    const objects = `read_json_objects(${pathLiteral(file.path)}, format = 'newline_delimited', compression = '${file.gzip ? "gzip" : "uncompressed"}', maximum_object_size = ${LONGEST_LINE}, hive_partitioning = false)`;
    const numbered = `SELECT json_keys(json) AS keys, json_type(json) AS type, row_number() OVER () AS row FROM ${objects}`;
    const shapes = `SELECT to_json(keys)::VARCHAR, type FROM (${numbered}) GROUP BY keys, type ORDER BY min(row)`;
    const header = new Set<string>();
    for await (const chunk of connection.chunks(shapes)) {
      const [keys, types] = [chunk.texts(0), chunk.texts(1)];
      for (let row = 0; row < chunk.rows; row++) {
        if (types.text(row) !== "OBJECT") throw await jsonFault(file);
        const names: readonly string[] = JSON.parse(keys.text(row));
        if (names.length > 0) columnNames(names, file.name); // refuses a key that one object has twice
        for (const name of names) header.add(name);
      }
    }
    if (header.size === 0) throw new TablesError("NO_COLUMNS", `${file.name} has no rows with columns.`);
    const keys = [...header];
    const pointers = keys.map((key) => literal(`/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`));
    const cells = `SELECT json_extract_string(json, [${pointers.join(", ")}]) AS cells FROM ${objects}`;
    return {
      names: columnNames(keys, file.name),
      header: keys,
      readings: keys.map(() => UNDECIDED),
      delimiter: null,
      relation: `(SELECT ${keys.map((_, i) => `cells[${i + 1}] AS c${i}`).join(", ")} FROM (${cells}))`,
    };
  },

  explain: (file, _source, signal) => jsonFault(file, signal),
};

async function refuseOtherJson(file: KnownFile): Promise<void> {
  const head = await readHead(file.path, file.gzip, HEAD_BYTES);
  refuseOtherText(head.bytes, file.name);
  const text = head.bytes.toString("utf8");
  const start = text.trimStart();
  if (start === "" && head.whole) throw new TablesError("EMPTY_FILE", `${file.name} is empty.`);
  if (start.startsWith("[")) {
    throw new TablesError(
      "JSON_ARRAY",
      `${file.name} is one JSON array; write one object a line instead (with jq: jq -c ".[]" ${file.name}).`,
    );
  }
}

/** Names the first line that is not a JSON object. */
async function jsonFault(file: KnownFile, signal?: AbortSignal): Promise<TablesError> {
  let lineNumber = 0;
  let rest = Buffer.alloc(0);
  const fault = (line: Buffer): TablesError | null => {
    lineNumber++;
    const place = { row: lineNumber - 1 };
    let text: string;
    try {
      text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(line).trim();
    } catch {
      return new TablesError("BAD_ENCODING", `${file.name}, line ${lineNumber} is not UTF-8 text.`, place);
    }
    if (text === "") return null;
    const object = parseObject(text);
    const what = object === null ? `is not a JSON object: ${shown(text)}` : noCharacter(object);
    return what === null ? null : new TablesError("BAD_JSON_LINE", `${file.name}, line ${lineNumber} ${what}`, place);
  };
  for await (const bytes of readBytes(file.path, file.gzip, signal)) {
    rest = Buffer.concat([rest, bytes]);
    for (let end = rest.indexOf(0x0a); end >= 0; end = rest.indexOf(0x0a)) {
      const found = fault(rest.subarray(0, end));
      if (found !== null) return found;
      rest = rest.subarray(end + 1);
    }
    if (rest.length > LONGEST_LINE) {
      const sentence = `${file.name}, line ${lineNumber + 1} is longer than 16 MB.`;
      return new TablesError("ROW_TOO_LONG", sentence, { row: lineNumber });
    }
  }
  return (
    fault(rest) ??
    new TablesError("UNREADABLE_FILE", `${file.name} could not be read as JSON lines (one object a line).`)
  );
}

/** NaN and Infinity, which are not JSON, pass: DuckDB takes them, and Python writes them. */
function parseObject(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text.replace(/\b(?:NaN|Infinity)\b/g, "0"));
    return typeof value === "object" && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

/** Says which escape in an object's texts stands for no character: NUL, or half of a pair. Null where none does. */
function noCharacter(object: object): string | null {
  const found = /(?<!\\)(?:\\\\)*(\\u(?:d[89a-f]..|0000))/.exec(JSON.stringify(object))?.[1];
  return found === undefined ? null : `holds ${found}, which is no character.`;
}
