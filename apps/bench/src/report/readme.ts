import { milliseconds } from "./number.ts";
import { type OverviewCell, type OverviewTable, overviewOf } from "./overview.ts";
import type { BenchResult } from "./result.ts";

const BEGIN = "<!-- bench -->";
const END = "<!-- /bench -->";

/** A README with the tables of a result between its marks. Throws where it has no marks. */
export function withTables(text: string, result: BenchResult): string {
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (begin < 0 || end < begin)
    throw new Error(`Expected a file with the marks ${BEGIN} and ${END}, the one below the other`);
  return `${text.slice(0, begin + BEGIN.length)}\n${tablesText(result)}\n${text.slice(end)}`;
}

function tablesText(result: BenchResult): string {
  const { machine, date, versions, measurements } = result;
  const rounds = Math.max(...measurements.flatMap(({ measured }) => measured.map(({ samplesMs }) => samplesMs.length)));
  const others = Object.entries(versions).filter(
    ([name]) => !["python", "numpy", "node", "@kentro/core"].includes(name),
  );
  const caption =
    `Milliseconds, medians of ${rounds} rounds at most; in brackets how many times as long as Kentro. ` +
    `${machine.processor}, ${machine.cores} cores, Node ${versions["node"] ?? "?"}, ${date.slice(0, 10)}; ` +
    `${others.map(([name, version]) => `${name} ${version}`).join(", ")}. ` +
    "Kentro and scikit-learn in float32, the others in float64, which is all they have.";
  return [caption, ...overviewOf(result).map(tableText)].join("\n\n");
}

function tableText({ title, names, rows }: OverviewTable): string {
  const lines = [
    [title, ...names],
    ["---", ...names.map(() => "---:")],
    ...rows.map((row) => [row.title, ...row.cells.map(cellText)]),
  ];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function cellText(cell: OverviewCell | null, index: number): string {
  if (cell === null) return "";
  return index === 0 ? milliseconds(cell.ms) : `${milliseconds(cell.ms)} (${timesText(cell.times)})`;
}

/** `3.2x`, `31x` */
export function timesText(times: number): string {
  return `${times < 10 ? times.toFixed(1) : Math.round(times)}x`;
}
