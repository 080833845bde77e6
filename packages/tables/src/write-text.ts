import { writeAtomically } from "./output/atomic-file.ts";

/**
 * Writes text (a model, a report) as UTF-8: whole or not at all, through a temporary name in the same folder.
 * An existing file is replaced only with `overwrite` (default false).
 *
 * Throws TablesError: EXISTS, IS_DIRECTORY, NOT_A_FILE, NO_FOLDER, NO_PERMISSION, DISK_FULL, WRITE_FAILED.
 */
export async function writeText(
  out: string,
  text: string,
  options: { readonly overwrite?: boolean } = {},
): Promise<void> {
  await writeAtomically(out, options.overwrite ?? false, (file) => file.writeFile(text, "utf8"));
}
