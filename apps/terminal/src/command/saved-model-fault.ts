import { open } from "node:fs/promises";
import { commandText } from "./command-line.ts";
import { CommandError } from "./failure.ts";

const HEAD_BYTES = 256;

/** How a saved segmentation begins, of one line or of many. */
const BEGINNING = /^\s*\{\s*"format"\s*:\s*"kentro-segmentation"/;

/**
 * What to say where a file could not be read as lines of JSON because it is a saved segmentation: what that is for. Null
 * for any other error, and where none of the files is one.
 */
export async function savedModelFault(error: unknown, sources: readonly string[]): Promise<CommandError | null> {
  if (!(error instanceof Error && "code" in error && error.code === "BAD_JSON_LINE")) return null;
  for (const path of sources) {
    if (!BEGINNING.test(await headOf(path))) continue;
    const use = `${commandText(["predict", path, "CUSTOMERS.csv"])} puts customers into its segments`;
    return new CommandError("input", `"${path}" is a saved model, not a table of customers: ${use}.`);
  }
  return null;
}

/** The first characters of a file; none where it cannot be read. */
async function headOf(path: string): Promise<string> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
      return buffer.toString("utf8", 0, bytesRead).replace(/^\ufeff/, "");
    } finally {
      await file.close();
    }
  } catch {
    return "";
  }
}
