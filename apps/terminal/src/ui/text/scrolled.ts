import { counted } from "../../text/number.ts";
import { type Line, line } from "./line.ts";

/**
 * So many lines from `top` on, the last ones where there are fewer. Where more are below, the last line says how many, and the
 * `key` that leads to them where it is not the usual one.
 */
export function scrolled(lines: readonly Line[], top: number, height: number, key: string | null = null): Line[] {
  const start = Math.max(0, Math.min(top, lines.length - height));
  const shown = lines.slice(start, start + Math.max(0, height));
  const below = lines.length - start - shown.length;
  if (below === 0 || height < 2) return shown;
  return [...shown.slice(0, -1), line(` ↓ ${counted(below + 1, "more line")}${key === null ? "" : `: ${key}`}`)];
}
