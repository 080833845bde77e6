import type { Picture, Run } from "@kentro/cells";
import type { Line, Span, Style } from "./line.ts";

/** The lines of a chart, as the screen has them: a series is a segment, what is selected stands in inverse video. */
export function drawn(picture: Picture): Line[] {
  return picture.map((runs) => runs.map(spanOf));
}

/** Charts have a cell for each UTF-16 unit. */
function spanOf({ text, series, tone }: Run): Span {
  const style: Style = {
    picture: true,
    ...(series === null ? {} : { segment: series }),
    ...(tone === "plain" ? {} : { bold: true }),
    ...(tone === "selected" ? { inverse: true } : {}),
  };
  return { text, cells: text.length, style };
}
