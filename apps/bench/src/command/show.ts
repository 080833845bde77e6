import { readFile, writeFile } from "node:fs/promises";
import { readResult } from "../report/read-result.ts";
import { withTables } from "../report/readme.ts";
import { svgOf } from "../report/svg.ts";
import { closingText, measurementText, openingText } from "../report/text.ts";
import type { Invocation } from "./arguments.ts";
import { pathOf } from "./path.ts";

/** Shows the result of an earlier run: as tables, or as a picture and in a README. */
export async function show({ from, svg, readme }: Extract<Invocation, { command: "show" }>): Promise<number> {
  const result = readResult(JSON.parse(await readFile(pathOf(from), "utf8")));
  if (svg !== null) await writeFile(pathOf(svg), svgOf(result));
  if (readme !== null) {
    const text = await readFile(pathOf(readme), "utf8");
    await writeFile(pathOf(readme), withTables(text, result));
  }
  if (svg === null && readme === null) {
    const works = result.measurements.map(({ work }) => work);
    process.stdout.write(`${openingText(result.machine, result.versions, works)}\n`);
    for (const measurement of result.measurements) process.stdout.write(`${measurementText(measurement)}\n`);
    process.stdout.write(closingText(result));
  }
  return 0;
}
