import type { Shot, ShotSpan } from "./shot.ts";

/** A shot of a film, and how long it is seen. */
export interface Scene {
  readonly shot: Shot;
  readonly seconds: number;
}

const CELL = { width: 8.4, height: 17 };
const BASELINE = 13;
const MARGIN = 14;
const PAPER = "#1d1f24";
const INK = "#d8dbe2";

/** A picture of what a terminal shows, as SVG. */
export function svgOf(shot: Shot, title: string): string {
  const drawn = shot.lines.flatMap((spans, row) => spans.map((span) => drawSpan(span, row)));
  return page(shot, title, drawn.filter((each) => each !== "").join("\n"));
}

/**
 * A film of shots of one size, which begins again when it has ended. Who prefers less motion sees the last shot. A line that
 * is the same in several shots is in the file once.
 */
export function filmOf(scenes: readonly Scene[], title: string): string {
  const last = scenes.at(-1);
  if (last === undefined) throw new RangeError("Expected at least one scene");
  const lines = new Map<string, string>();
  const shown = scenes.map(({ shot }) => {
    return shot.lines.map((spans, row) => {
      const drawn = spans.map((span) => drawSpan(span, 0)).join("");
      if (drawn === "") return "";
      const name = lines.get(drawn) ?? `l${lines.size}`;
      lines.set(drawn, name);
      return `<use href="#${name}" y="${round(row * CELL.height)}"/>`;
    });
  });
  const length = scenes.reduce((sum, { seconds }) => sum + seconds, 0);
  let start = 0;
  const rules = scenes.map(({ seconds }, index) => {
    const [from, to] = [start, start + seconds].map((at) => round((100 * at) / length));
    start += seconds;
    const frames = `@keyframes s${index}{0%{visibility:hidden}${from}%{visibility:visible}${to}%,100%{visibility:${to === 100 ? "visible" : "hidden"}}}`;
    return `${frames}#s${index}{visibility:hidden;animation:s${index} ${round(length)}s step-end infinite}`;
  });
  const still = `@media (prefers-reduced-motion:reduce){g[id^=s]{animation:none!important}#s${scenes.length - 1}{visibility:visible!important}}`;
  const defined = [...lines].map(([drawn, name]) => `<g id="${name}">${drawn}</g>`);
  return page(
    last.shot,
    title,
    [
      `<style>${rules.join("")}${still}</style>`,
      `<defs>${defined.join("\n")}</defs>`,
      ...shown.map((uses, index) => `<g id="s${index}">${uses.join("")}</g>`),
    ].join("\n"),
  );
}

function page({ columns, lines }: Shot, title: string, content: string): string {
  const [width, height] = [columns * CELL.width + 2 * MARGIN, lines.length * CELL.height + 2 * MARGIN];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${round(width)} ${round(height)}" font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="14">
<title>${escaped(title)}</title>
<rect width="100%" height="100%" rx="8" fill="${PAPER}"/>
${content}
</svg>
`;
}

function drawSpan({ column, cells, text, ink, paper, inverse, bold }: ShotSpan, row: number): string {
  const [front, back] = inverse ? [paper ?? PAPER, ink ?? INK] : [ink ?? INK, paper ?? PAPER];
  const [x, y] = [round(MARGIN + column * CELL.width), round(MARGIN + row * CELL.height)];
  const length = round(cells * CELL.width);
  const box =
    back === PAPER ? "" : `<rect x="${x}" y="${y}" width="${length}" height="${CELL.height}" fill="${back}"/>`;
  if (text.trim() === "") return box;
  const weight = bold ? ' font-weight="bold"' : "";
  return `${box}<text x="${x}" y="${round(y + BASELINE)}" fill="${front}"${weight} textLength="${length}" xml:space="preserve">${escaped(text)}</text>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
