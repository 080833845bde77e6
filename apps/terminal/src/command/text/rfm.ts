import type { Rfm, Segmentation } from "@kentro/segments";
import { visible } from "../../text/visible.ts";
import { leftOutNotes, type Note, noteLines } from "./notes.ts";
import type { Page } from "./page.ts";
import { segmentationText } from "./segmentation.ts";

/** Customers made of orders, in plain text: what became of the orders, then the segmentation. */
export function rfmText({ notes }: Rfm, result: Segmentation, page: Page): string {
  const said = notes.sentences.map((sentence, index): Note => [index === 0 ? "Orders" : "", visible(sentence)]);
  return segmentationText(result, page, noteLines([...said, ...leftOutNotes(notes.leftOut)], page));
}
