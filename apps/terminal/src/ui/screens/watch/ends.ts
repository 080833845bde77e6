import { percent, short } from "../../../text/number.ts";
import { block, cell, type Line, line, rule, span } from "../../text/line.ts";
import type { Film } from "../../work/film/protocol.ts";
import { apartFrom } from "./apart.ts";
import type { End } from "./state.ts";

const SEED = 8;
const INERTIA = 12;
const APART = 14;

/** Where the starts that were watched ended, against the segments that are shown; the last ones where there is no room for all. */
export function endsTable(
  ends: readonly End[],
  { seed: now, best }: Pick<Film, "seed" | "best">,
  width: number,
  height: number,
): Line[] {
  const rows = ends.slice(-Math.max(1, height - 1)).map(({ seed, inertia }): Line => {
    const style = { inverse: seed === now };
    return [
      span(seed === now ? "▸" : " ", style),
      cell(`seed ${seed}`, SEED, style),
      cell(short(inertia), INERTIA, style, "end"),
      cell(apartText(inertia, best), APART, style, "end"),
    ];
  });
  return block([rule(line("Starts watched, and where they ended"), width), ...rows], width, height);
}

/** How far an end is from the segments that are shown: "0.8 % more". */
function apartText(inertia: number, best: number): string {
  const apart = apartFrom(best, inertia);
  if (apart === 0) return "as shown";
  const way = apart > 0 ? "more" : "less";
  return best > 0 ? `${percent(Math.abs(apart) / best)} ${way}` : way;
}
