import type { SegmentationModel } from "@kentro/segments";
import { counted } from "../../text/number.ts";
import { wrapped } from "../../text/wrapped.ts";
import type { StreamedPrediction } from "../streamed-prediction.ts";
import { featureNote, noteLines, rowNotes } from "./notes.ts";
import { type Page, paragraphs, strong } from "./page.ts";
import { roster } from "./roster.ts";

/** A prediction in plain text: the headline, the data notes, the segments as they are here and were in the model. */
export function predictionText(result: StreamedPrediction, model: SegmentationModel, page: Page): string {
  const where = counted(result.segments.length, "segment");
  const headline = `${counted(result.rows, "row")} put into the ${where} of a model of ${counted(model.rows, "row")}.`;
  return paragraphs([
    wrapped(headline, page.width).map((line) => strong(line, page)),
    noteLines([...rowNotes(result), featureNote(model.features, model.scale)], page),
    roster(
      result.segments,
      page,
      model.segments.map(({ share }) => share),
    ),
  ]);
}
