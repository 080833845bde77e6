import { open } from "node:fs/promises";
import type { Shape } from "./protocol.ts";
import { STRUCT, ThriftReader } from "./thrift.ts";

const TAIL_BYTES = 8;
const MAGIC = "PAR1";
/** A footer with more in it is of a table too large for a glance. */
const MOST_BYTES = 1 << 20;

/** Rows and columns as the footer of a Parquet file tells them; null where it cannot be read with little work. */
export async function parquetShape(path: string): Promise<Shape | null> {
  const file = await open(path, "r").catch(() => null);
  if (file === null) return null;
  try {
    const { size } = await file.stat();
    const tail = Buffer.alloc(TAIL_BYTES);
    await file.read(tail, 0, TAIL_BYTES, Math.max(0, size - TAIL_BYTES));
    const length = tail.readUInt32LE(0);
    if (tail.toString("latin1", 4) !== MAGIC || length > Math.min(MOST_BYTES, size - TAIL_BYTES)) return null;
    const footer = Buffer.alloc(length);
    await file.read(footer, 0, length, size - TAIL_BYTES - length);
    return shapeOf(new ThriftReader(footer));
  } catch {
    return null;
  } finally {
    await file.close();
  }
}

/**
 * FileMetaData of the Parquet format (parquet.thrift): field 2 is the schema, its root first, field 3 the number of rows.
 * Throws a RangeError where the bytes are something else.
 */
function shapeOf(reader: ThriftReader): Shape | null {
  let columns: number | null = null;
  for (let field = reader.field(0); field !== null; field = reader.field(field.id)) {
    if (field.id === 2) columns = rootColumns(reader);
    else if (field.id === 3) {
      const rows = reader.integer();
      return columns === null || !(rows >= 0) ? null : { rows, columns };
    } else reader.skip(field.type);
  }
  return null;
}

/** The columns of the first SchemaElement (field 5, num_children); goes past all of them. */
function rootColumns(reader: ThriftReader): number | null {
  const { size, type } = reader.list();
  if (type !== STRUCT) throw new RangeError("expected a list of structs");
  let columns: number | null = null;
  for (let element = 0; element < size; element++) {
    if (element > 0) {
      reader.skip(type);
      continue;
    }
    for (let field = reader.field(0); field !== null; field = reader.field(field.id)) {
      if (field.id === 5) columns = reader.integer();
      else reader.skip(field.type);
    }
  }
  return columns;
}
