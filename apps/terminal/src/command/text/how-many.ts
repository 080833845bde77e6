import type { HowMany } from "@kentro/segments";
import { count, numbersOfRow } from "../../text/number.ts";
import { visible } from "../../text/visible.ts";
import { wrapped } from "../../text/wrapped.ts";
import { grid } from "./grid.ts";
import { type Page, strong } from "./page.ts";

/** Inertia, silhouette and stability for each k with what each votes for, and the suggestion with its reason. */
export function howManyLines({ candidates, votes, suggestion, reason, disagreement }: HowMany, page: Page): string[] {
  const voting = (k: number) =>
    [
      ...(votes.elbow === k ? ["elbow"] : []),
      ...(votes.silhouette === k ? ["silhouette"] : []),
      ...(votes.stability === k ? ["stability"] : []),
    ].join(", ");
  const [heading = "", ...lines] = grid([
    { align: "right", cells: ["k", ...candidates.map(({ k }) => (k === suggestion ? `> ${k}` : `${k}`))] },
    { align: "right", cells: ["Inertia", ...numbersOfRow(candidates.map(({ inertia }) => inertia))] },
    { align: "right", cells: ["Silhouette", ...candidates.map(({ silhouette }) => silhouette?.toFixed(3) ?? "-")] },
    { align: "right", cells: ["Stability", ...candidates.map(({ stability }) => stability?.toFixed(2) ?? "-")] },
    { align: "right", cells: ["Smallest", ...candidates.map(({ smallest }) => count(smallest))] },
    { align: "left", cells: ["Votes", ...candidates.map(({ k }) => voting(k))] },
  ]);
  return [
    strong(heading, page),
    ...lines.map((line) => line.trimEnd()),
    ...wrapped(visible([reason, ...(disagreement === null ? [] : [disagreement])].join(" ")), page.width),
  ];
}
