import type { ColorLevel } from "../../text/color.ts";

/** What the terminal can show, and what the user wants. */
export interface Look {
  readonly color: ColorLevel;
  /** False where the locale is not UTF-8: everything is then drawn in ASCII. */
  readonly utf8: boolean;
  /** The ground that the colors are made for. */
  readonly theme: "dark" | "light";
  /** For a screen reader: no boxes, no dots, words instead of pictures. */
  readonly reader: boolean;
}
