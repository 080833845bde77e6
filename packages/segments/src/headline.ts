import { counted } from "./counted.ts";
import type { Structure } from "./structure.ts";

/** What a headline speaks of. */
export interface Finding {
  readonly k: number;
  /** Customers used. */
  readonly rows: number;
  readonly structure: Structure;
  readonly silhouette: number | null;
  /** Null where k was given. */
  readonly search: {
    readonly kMin: number;
    readonly kMax: number;
    /** The elbow's k, null where the curve has no clear elbow. */
    readonly elbow: number | null;
    /** Whether the elbow is the largest k tried, though the rows would do for more. */
    readonly unfinished: boolean;
    /** The k of the best silhouette, and that silhouette. */
    readonly best: { readonly k: number; readonly silhouette: number } | null;
  } | null;
}

/** The first thing to say of a segmentation: how many segments of how many customers, and what is uncertain about it. */
export function headline(finding: Finding): string {
  const { k, rows, search } = finding;
  if (k === 1) return `1 segment of ${customers(rows)}: everybody.`;
  return search === null ? given(finding) : found(finding, search);
}

function given({ k, rows, structure, silhouette }: Finding): string {
  const many = `${k} segments of ${customers(rows)}, as many as asked for`;
  const value = silhouette === null ? "unknown" : decimals(silhouette);
  if (structure === "clear") return `${many}; they stand clearly apart (silhouette ${value}).`;
  if (structure === "weak") return `${many}; they stand apart only weakly (silhouette ${value}).`;
  return `No clear structure (silhouette ${value}): the ${many}, are a convenient cut, not natural groups.`;
}

function found({ k, rows, structure }: Finding, search: NonNullable<Finding["search"]>): string {
  const { kMin, kMax, elbow, unfinished, best } = search;
  const curve = `the curve over k = ${kMin} to ${kMax}`;
  if (elbow !== null) {
    const many = `${k} segments of ${customers(rows)}, found by the elbow of ${curve}`;
    const doubts: string[] = [];
    if (unfinished) {
      doubts.push(`more than ${kMax} were not tried, and there may be more (a larger kMax tries further)`);
    }
    if (best !== null && best.k !== k) {
      doubts.push(`the silhouette disagrees and is best at ${best.k} (${decimals(best.silhouette)})`);
    }
    return `${[many, ...doubts].join("; ")}.`;
  }
  const value = best === null ? "unknown" : decimals(best.silhouette);
  const cut = `the ${k} segments of ${customers(rows)} below, the best by silhouette (${value}), are a convenient cut`;
  const groups = structure === "weak" ? "perhaps not natural groups" : "not natural groups";
  return `No clear structure: ${curve} has no clear elbow; ${cut}, ${groups}.`;
}

function customers(rows: number): string {
  return counted(rows, "customer");
}

function decimals(silhouette: number): string {
  return silhouette.toFixed(2);
}
