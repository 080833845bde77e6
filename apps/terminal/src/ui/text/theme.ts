import type { Theme } from "./look.ts";

/** The grounds of the sixteen colors that are light, as COLORFGBG numbers them. */
const LIGHT = ["7", "15"];

/** What ground the terminal has, as far as COLORFGBG says (`0;15`: black on white); dark where it does not. */
export function firstTheme({ COLORFGBG = "" }: Readonly<NodeJS.ProcessEnv>): Theme {
  return LIGHT.includes(COLORFGBG.split(";").at(-1) ?? "") ? "light" : "dark";
}
