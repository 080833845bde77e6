import { isRegrouping, type Segment, type Segmentation, type Stability } from "@kentro/segments";
import { counted, numbersOfRow } from "../../text/number.ts";
import { visible } from "../../text/visible.ts";
import { wrapped } from "../../text/wrapped.ts";
import { categoryMatrices } from "./categories.ts";
import { howManyLines } from "./how-many.ts";
import { type MatrixRow, matrix } from "./matrix.ts";
import { dataNotes, type Note, noteLines } from "./notes.ts";
import { type Page, paragraphs, shown, strong } from "./page.ts";
import { roster } from "./roster.ts";
import { whoTheyAre } from "./who.ts";

/**
 * A segmentation in plain text: the headline, what is to be known of the data, the segments, what each is like, who they
 * are and what to do, and last what speaks for them. `before` comes before the notes on the data.
 */
export function segmentationText(result: Segmentation, page: Page, before: readonly string[] = []): string {
  const { segments, features, choice, howMany } = result;
  const others = choice.columns.map(({ column }) => column).filter((column) => !features.includes(column));
  const letters = segments.map(({ letter }) => letter);
  const means = (title: string, columns: readonly string[]) => {
    const rows = columns.flatMap((column) => meanRow(column, segments));
    return rows.length === 0 ? [] : matrix(title, letters, rows, page);
  };
  return paragraphs([
    wrapped(visible(result.headline), page.width).map((line) => strong(line, page)),
    before,
    noteLines(dataNotes(result.notes, result.leftOut), page),
    roster(segments, page),
    means("Means of the features", features),
    means("Means of other columns", others),
    ...categoryMatrices(segments, page),
    ...whoTheyAre(segments, page),
    howMany === null ? [] : howManyLines(howMany, page),
    noteLines(evidenceNotes(result), page),
  ]);
}

// No row for what has no profile: text, and numbers that identify.
function meanRow(column: string, segments: readonly Segment[]): MatrixRow[] {
  const means = segments.map(({ numeric }) => numeric.find((profile) => profile.column === column)?.mean ?? null);
  if (means.every((mean) => mean === null)) return [];
  return [{ label: shown(column), cells: numbersOfRow(means) }];
}

function evidenceNotes({ structure, silhouette, silhouetteSampled, stability, seed, edits }: Segmentation): Note[] {
  const sampled = silhouetteSampled === null ? "" : ` on a sample of ${counted(silhouetteSampled, "row")}`;
  const value = silhouette === null ? null : `silhouette ${silhouette.toFixed(3)}${sampled}`;
  // The structure is that of what was found, the silhouette that of the segments as they are now.
  const [when, now] = edits.some(isRegrouping) ? [" before the edits", "now "] : ["", ""];
  const notes: Note[] = [["Structure", `${structure}${when}${value === null ? "" : ` (${now}${value})`}`]];
  if (stability !== null) notes.push(["Stability", stabilityWords(stability)]);
  notes.push(["Seed", String(seed)]);
  return notes;
}

function stabilityWords({ resamples, resampleRows, comparedRows, mean }: Stability): string {
  const how = `${counted(resamples, "resample")} of ${counted(resampleRows, "row")}, compared on ${counted(comparedRows, "row")}`;
  return `${mean.toFixed(2)} on average: the Jaccard similarity of segments with their matches over ${how} (Hennig 2007)`;
}
