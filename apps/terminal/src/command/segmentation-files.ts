import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Chart } from "@kentro/report";
import type { Segmentation } from "@kentro/segments";

/** Writes a file of text whole or not at all. What does it is loaded only now: the sample alone needs nothing that writes files. */
export async function writeText(path: string, text: string, options: { readonly overwrite: boolean }): Promise<void> {
  const tables = await import("@kentro/tables");
  await tables.writeText(path, text, options);
}

/** The saved segmentation as its file has it. */
export function modelText({ model }: Segmentation): string {
  return `${JSON.stringify(model, null, 2)}\n`;
}

/** Has each picture written by `write` into a folder, which is made where it is not there. */
export async function writePictures(
  folder: string,
  pictures: readonly Chart[],
  write: (path: string, svg: string) => Promise<void>,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { name, svg } of pictures) await write(join(folder, `${name}.svg`), svg);
}
