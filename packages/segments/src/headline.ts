import { counted } from "./counted.ts";
import type { Edit } from "./edits/edit.ts";
import { regroupingWords } from "./edits/edit-words.ts";
import type { Structure } from "./structure.ts";

/** What a headline speaks of. */
export interface Finding {
  readonly k: number;
  /** How many segments there were before edits. */
  readonly found: number;
  readonly edits: readonly Edit[];
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
  const edited = regroupingWords(finding.edits);
  if (edited !== null) return afterEdits(finding, edited);
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
  const { elbow, best } = search;
  if (elbow !== null) {
    const many = `${k} segments of ${customers(rows)}, found by the elbow of ${curveOf(search)}`;
    return `${[many, ...doubtsOf(k, search)].join("; ")}.`;
  }
  const value = best === null ? "unknown" : decimals(best.silhouette);
  const cut = `the ${k} segments of ${customers(rows)} below, the best by silhouette (${value}), are ${cutOf(structure)}`;
  return `No clear structure: ${curveOf(search)} has no clear elbow; ${cut}.`;
}

/** How many there were, and by what, then what was done: of what was found the doubts, of what was done none. */
function afterEdits({ k, found, rows, structure, search }: Finding, edited: string): string {
  const many = `${counted(k, "segment")} of ${customers(rows)}`;
  if (found === 1) return `${many}: all in 1, then ${edited}.`;
  if (search === null) {
    if (structure === "none")
      return `No clear structure: the ${many} (${found} asked for, then ${edited}) are ${cutOf(structure)}.`;
    const apart = structure === "clear" ? "clearly apart" : "apart only weakly";
    return `${many}: ${found} asked for, which stood ${apart}, then ${edited}.`;
  }
  if (search.elbow !== null) {
    const made = `${many}: ${found} found by the elbow of ${curveOf(search)}, then ${edited}`;
    return `${[made, ...doubtsOf(found, search)].join("; ")}.`;
  }
  const cut = `the ${many} below (${found} by the best silhouette, then ${edited}) are ${cutOf(structure)}`;
  return `No clear structure: ${curveOf(search)} has no clear elbow; ${cut}.`;
}

/** What speaks against as many segments as were found by an elbow. */
function doubtsOf(found: number, { kMax, unfinished, best }: NonNullable<Finding["search"]>): readonly string[] {
  const doubts: string[] = [];
  if (unfinished) {
    doubts.push(`more than ${kMax} were not tried, and there may be more (a larger kMax tries further)`);
  }
  if (best !== null && best.k !== found) {
    doubts.push(`the silhouette disagrees and is best at ${best.k} (${decimals(best.silhouette)})`);
  }
  return doubts;
}

function curveOf({ kMin, kMax }: NonNullable<Finding["search"]>): string {
  return `the curve over k = ${kMin} to ${kMax}`;
}

function cutOf(structure: Structure): string {
  return `a convenient cut, ${structure === "weak" ? "perhaps not natural groups" : "not natural groups"}`;
}

function customers(rows: number): string {
  return counted(rows, "customer");
}

function decimals(silhouette: number): string {
  return silhouette.toFixed(2);
}
