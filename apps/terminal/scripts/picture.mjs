// Draws the README's picture of the running program: starts it in a pseudo-terminal, waits for the segments, and writes
// what a terminal shows as SVG. Usage: node scripts/picture.mjs [columns] [rows]
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { spawn } from "@lydell/node-pty";
import headless from "@xterm/headless";

const program = fileURLToPath(new URL("../dist/kentro.js", import.meta.url));
const picture = new URL("../../../docs/segments.svg", import.meta.url);
const [columns = 100, rows = 30] = process.argv.slice(2).map(Number);

const CELL = { width: 8.4, height: 17 };
const MARGIN = 14;
const SETTLED_MS = 2000;
const BACKGROUND = "#1d1f24";
const FOREGROUND = "#d8dbe2";
const ANSI = [
  ...["#1d1f24", "#e06c75", "#98c379", "#e5c07b", "#61afef", "#c678dd", "#56b6c2", "#d8dbe2"],
  ...["#7f848e", "#ef8a92", "#b1d796", "#f0d399", "#82c2f7", "#d79ae8", "#7fcbd5", "#ffffff"],
];

const terminal = new headless.Terminal({ cols: columns, rows, allowProposedApi: true });
const { CI, CONTINUOUS_INTEGRATION, NO_COLOR, ...environment } = process.env;
const pty = spawn(process.execPath, [program, "mall"], {
  cols: columns,
  rows,
  name: "xterm-256color",
  env: { ...environment, TERM: "xterm-256color", COLORTERM: "truecolor", LANG: "C.UTF-8" },
});
let settled;
pty.onData((data) => {
  terminal.write(data, () => {
    clearTimeout(settled);
    if (rowTexts().some((text) => text.includes("high income, high spending")))
      settled = setTimeout(finish, SETTLED_MS);
  });
});

function rowTexts() {
  return Array.from({ length: rows }, (_, row) => terminal.buffer.active.getLine(row).translateToString());
}

function finish() {
  const lines = rowTexts().map((_, row) => spansOf(terminal.buffer.active.getLine(row)));
  mkdirSync(new URL(".", picture), { recursive: true });
  writeFileSync(picture, svg(lines));
  pty.kill();
}

/** Neighboring cells that look alike, with the column at which they begin. */
function spansOf(line) {
  const spans = [];
  for (let column = 0; column < columns; column++) {
    const cell = line.getCell(column);
    const [front, back] = [colorOf(cell, "Fg") ?? FOREGROUND, colorOf(cell, "Bg") ?? BACKGROUND];
    const [ink, paper] = cell.isInverse() ? [back, front] : [front, back];
    const look = { ink, paper, bold: Boolean(cell.isBold()) };
    const last = spans.at(-1);
    const text = cell.getChars() || " ";
    if (last && last.ink === ink && last.paper === paper && last.bold === look.bold) last.text += text;
    else spans.push({ column, text, ...look });
  }
  return spans;
}

function colorOf(cell, side) {
  if (cell[`is${side}Default`]()) return null;
  const color = cell[`get${side}Color`]();
  if (cell[`is${side}RGB`]()) return hex([color >> 16, (color >> 8) & 255, color & 255]);
  if (color < 16) return ANSI[color];
  if (color >= 232) return hex(Array(3).fill(8 + 10 * (color - 232)));
  const level = (step) => (step === 0 ? 0 : 55 + 40 * step);
  const cube = color - 16;
  return hex([Math.floor(cube / 36), Math.floor(cube / 6) % 6, cube % 6].map(level));
}

function hex(channels) {
  return `#${channels.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}

function svg(lines) {
  const [width, height] = [columns * CELL.width + 2 * MARGIN, rows * CELL.height + 2 * MARGIN];
  const drawn = lines.flatMap((spans, row) => spans.map((span) => drawSpan(span, row)));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${round(width)} ${round(height)}" font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="14">
<title>Kentro in a terminal: the five segments of the mall customers</title>
<rect width="100%" height="100%" rx="8" fill="${BACKGROUND}"/>
${drawn.filter(Boolean).join("\n")}
</svg>
`;
}

function drawSpan({ column, text, ink, paper, bold }, row) {
  const [x, y] = [round(MARGIN + column * CELL.width), round(MARGIN + row * CELL.height)];
  const length = round(text.length * CELL.width);
  const box =
    paper === BACKGROUND ? "" : `<rect x="${x}" y="${y}" width="${length}" height="${CELL.height}" fill="${paper}"/>`;
  if (text.trim() === "") return box;
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const weight = bold ? ' font-weight="bold"' : "";
  return `${box}<text x="${x}" y="${round(y + 13)}" fill="${ink}"${weight} textLength="${length}" xml:space="preserve">${escaped}</text>`;
}

function round(value) {
  return Math.round(value * 10) / 10;
}
