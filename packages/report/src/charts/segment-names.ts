import type { Segment } from "@kentro/segments";
import { ink, segmentTone } from "../palette.ts";
import { capital, shortened } from "./labels.ts";
import { hue, type Layer, lettering, pixel } from "./layer.ts";

/** How much of a row's height its badge and name take. */
export const nameHeight = 30;

const badge = 22;

/**
 * The badge and name of each segment, at the left above what is drawn of it.
 *
 * @param top where each segment's row begins, in pixels
 * @param width the picture's, in pixels
 */
export function segmentNames(
  segments: readonly Pick<Segment, "id" | "letter" | "name">[],
  top: (row: number) => number,
  width: number,
): readonly Layer[] {
  const values = segments.map(({ id, letter, name }, row) => ({
    y: top(row) + nameHeight / 2,
    color: segmentTone(id).light,
    on: segmentTone(id).letter.light,
    letter: shortened(letter, 3),
    name: shortened(capital(name), Math.floor((width - badge - 8) / 6.4)),
  }));
  const y = { ...pixel, field: "y" };
  const square = { x: badge / 2, width: badge, height: badge, cornerRadius: 5 };
  return [
    {
      data: { values },
      mark: { type: "rect", aria: false, ...square },
      encoding: { y, color: { ...hue, field: "color" } },
    },
    {
      data: { values },
      mark: { ...lettering, x: badge / 2, fontWeight: "bold" },
      encoding: { y, text: { field: "letter" }, color: { ...hue, field: "on" } },
    },
    {
      data: { values },
      mark: { ...lettering, x: badge + 8, align: "left", color: ink.light },
      encoding: { y, text: { field: "name" } },
    },
  ];
}
