import type { HowMany } from "@kentro/segments";
import { count, numbersOfRow } from "../../text/number.ts";
import { wrapped } from "../../text/wrapped.ts";
import { type MatrixRow, matrix } from "./matrix.ts";
import type { Page } from "./page.ts";

/** Inertia, silhouette and stability for each k with what each votes for, and the suggestion with its reason. */
export function howManyLines({ candidates, votes, suggestion, reason, disagreement }: HowMany, page: Page): string[] {
  const voting = (k: number) =>
    [
      ...(votes.elbow === k ? ["elbow"] : []),
      ...(votes.silhouette === k ? ["silhouette"] : []),
      ...(votes.stability === k ? ["stability"] : []),
    ].join(", ");
  const inertias = numbersOfRow(candidates.map(({ inertia }) => inertia));
  const digits = String(candidates.at(-1)?.k ?? 0).length;
  const rows = candidates.map(({ k, silhouette, stability, smallest }, index): MatrixRow => {
    const evidence = [inertias[index] ?? "-", silhouette?.toFixed(3) ?? "-", stability?.toFixed(2) ?? "-"];
    return {
      label: `${k === suggestion ? ">" : " "} ${String(k).padStart(digits)}`,
      cells: [...evidence, count(smallest), voting(k)],
    };
  });
  return [
    ...matrix(`  ${"k".padStart(digits)}`, ["Inertia", "Silhouette", "Stability", "Smallest", "Votes"], rows, page),
    ...wrapped([reason, ...(disagreement === null ? [] : [disagreement])].join(" "), page.width),
  ];
}
