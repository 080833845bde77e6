export type { Shot, ShotSpan } from "./shot.ts";
export { filmOf, type Scene, svgOf } from "./svg.ts";
export { endAll, type InTerminal, startIn, type TerminalOptions } from "./terminal.ts";
