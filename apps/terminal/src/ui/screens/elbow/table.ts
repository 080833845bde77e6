import { count, short } from "../../../text/number.ts";
import { windowStart } from "../../frame/window.ts";
import type { State } from "../../state/state.ts";
import { block, cell, type Line, line, rule, span } from "../../text/line.ts";
import type { ElbowCurve } from "../../work/protocol.ts";

interface TableColumn {
  readonly title: string;
  readonly width: number;
  readonly text: (curve: ElbowCurve, index: number) => string;
}

const COLUMNS: readonly TableColumn[] = [
  { title: "k", width: 3, text: ({ points }, index) => String(points[index]!.k) },
  { title: "inertia", width: 9, text: ({ points }, index) => short(points[index]!.inertia) },
  { title: "drop", width: 7, text: dropOf },
  { title: "silhouette", width: 12, text: ({ points }, index) => points[index]!.silhouette?.toFixed(3) ?? "–" },
  { title: "smallest", width: 10, text: ({ points }, index) => count(points[index]!.smallest) },
];

/** The widest the table gets. */
export const TABLE_WIDTH: number = 1 + COLUMNS.reduce((sum, { width }) => sum + width, 0) + 13;

/** A line for each k tried: inertia, how much it fell, silhouette and the smallest segment; columns that do not fit are left out. */
export function elbowTable(state: State, width: number, height: number): Line[] {
  const { curve, result } = state;
  const { point } = state.elbow;
  if (curve === null) return block([], width, height);
  const noteWidth = width >= TABLE_WIDTH ? 13 : 4;
  const columns = fitting(width - 1 - noteWidth);
  const start = windowStart(point, curve.points.length, height - 2);
  const rows = curve.points.map((each, index): Line => {
    const inverse = index === point;
    const note = noteOf(each.k, curve.k, result?.segmentation.k ?? null, noteWidth > 4);
    return [
      span(inverse ? "▸" : " ", { inverse }),
      ...columns.map((column) => cell(column.text(curve, index), column.width, { inverse }, "end")),
      cell(`  ${note}`, noteWidth),
    ];
  });
  const titles = [span(" "), ...columns.map(({ title, width: cells }) => cell(title, cells, undefined, "end"))];
  return block([rule(line("k by k"), width), titles, ...rows.slice(start)], width, height);
}

function fitting(width: number): readonly TableColumn[] {
  let used = 0;
  const first = COLUMNS.findIndex((column) => {
    used += column.width;
    return used > width;
  });
  return first < 0 ? COLUMNS : COLUMNS.slice(0, first);
}

function noteOf(k: number, suggested: number | null, shown: number | null, words: boolean): string {
  if (k === suggested) return words ? "◆ suggested" : "◆";
  return k === shown ? (words ? "● shown" : "●") : "";
}

function dropOf({ points }: ElbowCurve, index: number): string {
  const before = points[index - 1]?.inertia;
  if (before === undefined || before === 0) return "–";
  return `${(100 * (1 - points[index]!.inertia / before)).toFixed(0)} %`;
}
