import type { Input } from "./input/input.ts";
import { withSource } from "./source/with-source.ts";

/** The names of a table's columns, in their order. Throws TablesError as `readTable` does for what is wrong before any row. */
export async function readNames(
  input: Input,
  options: { readonly signal?: AbortSignal } = {},
): Promise<readonly string[]> {
  return await withSource(input, options.signal, async ({ names }) => names);
}
