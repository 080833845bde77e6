import type { ColorLevel } from "../../text/color.ts";

/** The ground that colors are made for. */
export type Theme = "dark" | "light";

/** What the terminal can show, and what the user wants. */
export interface Look {
  readonly color: ColorLevel;
  /** False where the locale is not UTF-8: everything is then drawn in ASCII. */
  readonly utf8: boolean;
  readonly theme: Theme;
  /** For a screen reader: no boxes, no dots, words instead of pictures. */
  readonly reader: boolean;
}

/** Whether a screen reader is in use, as programs made with Ink are told. */
export function isReader({ INK_SCREEN_READER }: Readonly<NodeJS.ProcessEnv>): boolean {
  return INK_SCREEN_READER === "true";
}
