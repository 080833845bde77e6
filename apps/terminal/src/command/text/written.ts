import { visible } from "../../text/visible.ts";
import { wrapped } from "../../text/wrapped.ts";
import type { Output } from "../output-faults.ts";
import { grid, widest } from "./grid.ts";
import { type Page, strong } from "./page.ts";

const HOLDS: Readonly<Record<Output["option"], string>> = {
  "--charts": "the report's pictures",
  "--out": "every row with its segment and segment_name",
  "--out-dir": "a file of ids for each segment",
  "--model": "the segmentation, for kentro predict",
  "--report": "the report, for a browser",
};

/**
 * A last paragraph that says which file holds what; nothing where no file was written. `table` is what `--out` holds, if
 * not the rows that were read.
 */
export function writtenText(outputs: readonly Output[], page: Page, table: string = HOLDS["--out"]): string {
  if (outputs.length === 0) return "";
  const holds = { ...HOLDS, "--out": table };
  const beside = grid([
    { align: "left", cells: outputs.map(({ path }) => `  ${visible(path)}`) },
    { align: "left", cells: outputs.map(({ option }) => holds[option]) },
  ]);
  const below = outputs.flatMap(({ option, path }) => [
    `  ${visible(path)}`,
    ...wrapped(`    ${holds[option]}`, page.width, "    "),
  ]);
  const lines = widest(beside) <= page.width ? beside : below;
  return `\n${[strong("Written", page), ...lines].join("\n")}\n`;
}
