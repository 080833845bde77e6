import type { Picture, Run } from "@kentro/cells";
import type { Line, Span, Style } from "./line.ts";

/** The series of what shows no segment in a chart: it has a color that is no segment's. */
export const NO_SEGMENT = -1;

/** The lines of a chart, as the screen has them: any other series is a segment, what is selected stands in inverse video. */
export function drawn(picture: Picture): Line[] {
  return picture.map((runs) => runs.map(spanOf));
}

/** Charts have a cell for each UTF-16 unit. */
function spanOf({ text, series, tone }: Run): Span {
  const style: Style = {
    picture: true,
    ...(series === null ? {} : series === NO_SEGMENT ? { accent: true } : { segment: series }),
    ...(tone === "plain" ? {} : { bold: true }),
    ...(tone === "selected" ? { inverse: true } : {}),
  };
  return { text, cells: text.length, style };
}
