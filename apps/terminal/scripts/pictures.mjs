// Draws the README's pictures from the running program, so that they show what it shows: three screens and a film, as SVG.
// Usage: pnpm --dir apps/terminal pictures
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { endAll, filmOf, startIn, svgOf } from "@kentro/headless";

const program = fileURLToPath(new URL("../dist/kentro.js", import.meta.url));
const docs = new URL("../../../docs/", import.meta.url);
const SIZE = { columns: 110, rows: 32 };
const SETTLED_MS = 300;
const RIGHT = "\x1b[C";

const home = mkdtempSync(join(tmpdir(), "kentro-pictures-"));
const { CI, CONTINUOUS_INTEGRATION, NO_COLOR, FORCE_COLOR, COLORFGBG, INK_SCREEN_READER, ...rest } = process.env;
const env = { ...rest, COLORTERM: "truecolor", LC_ALL: "C.UTF-8", KENTRO_NO_RECENT: "1" };
const terminal = startIn(process.execPath, [program, "mall"], { ...SIZE, cwd: home, env });

/** What is seen once that holds of its text and it stands still. */
async function seen(holds) {
  await terminal.until(() => holds(terminal.text()));
  let before = "";
  while (before !== terminal.text()) {
    before = terminal.text();
    await new Promise((resolve) => setTimeout(resolve, SETTLED_MS));
  }
  return terminal.shot();
}

/** What is seen after keys, once it says something that it did not say before. */
async function after(keys, words) {
  const before = terminal.text();
  terminal.type(keys);
  return await seen((text) => text !== before && words.test(text));
}

/** The film of k-means from its start to its end, step by step. */
async function watched() {
  await after("p", /start: |iteration \d+ of/);
  await after(" ", /paused/);
  terminal.type("g");
  const scenes = [{ shot: await seen((text) => text.includes("start: ")), seconds: 1.5 }];
  while (!/ ended /.test(terminal.text())) {
    scenes.push({ shot: await after(RIGHT, /iteration \d+ of/), seconds: 0.9 });
  }
  return scenes;
}

try {
  const segments = await seen((text) => /Stable/.test(text) && !/Esc stop/.test(text));
  const spenders = await after("]", /Who B are/);
  const elbow = await after("2", /k by k/);
  const film = await watched();
  await after("\x1b", /k by k/);
  await after("3", /Who B are/);
  const customers = await after("\r", /of 200 customers/);
  await after("+", /customers/);
  const compared = await after("c", /Who moved/);
  const files = await after("6", /kentro segment mall/);
  const scenes = [
    { shot: segments, seconds: 2.5 },
    { shot: spenders, seconds: 2 },
    { shot: elbow, seconds: 2.5 },
    ...film,
    { shot: customers, seconds: 2 },
    { shot: compared, seconds: 2 },
    { shot: files, seconds: 2 },
  ];
  const pictures = {
    "segments.svg": svgOf(segments, "Kentro in a terminal: the five segments of the mall customers"),
    "elbow.svg": svgOf(elbow, "Kentro in a terminal: why five segments"),
    "watch.svg": svgOf(film.at(-1).shot, "Kentro in a terminal: k-means as it happens"),
    "kentro.svg": filmOf(scenes, "Twenty seconds of Kentro in a terminal"),
  };
  for (const [name, svg] of Object.entries(pictures)) writeFileSync(new URL(name, docs), svg);
  terminal.type("q");
  await terminal.ended;
} finally {
  endAll();
  rmSync(home, { recursive: true, force: true });
}
