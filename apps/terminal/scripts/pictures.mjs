// Draws the README's pictures from the running program, so that they show what it shows: three screens and a film, as SVG.
// Usage: pnpm --dir apps/terminal pictures
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { filmOf, startIn, svgOf } from "@kentro/headless";

const program = fileURLToPath(new URL("../dist/kentro.js", import.meta.url));
const docs = new URL("../../../docs/", import.meta.url);
const SIZE = { columns: 110, rows: 32 };
const SETTLED_MS = 300;

const home = mkdtempSync(join(tmpdir(), "kentro-pictures-"));
const { CI, CONTINUOUS_INTEGRATION, NO_COLOR, FORCE_COLOR, COLORFGBG, INK_SCREEN_READER, ...rest } = process.env;
const env = { ...rest, COLORTERM: "truecolor", LC_ALL: "C.UTF-8", KENTRO_NO_RECENT: "1" };
const terminal = startIn(process.execPath, [program, "mall"], { ...SIZE, cwd: home, env });

/** What is seen once the screen says something and stands still. */
async function seen(words) {
  await terminal.until(() => terminal.text().includes(words));
  let before = "";
  while (before !== terminal.text()) {
    before = terminal.text();
    await new Promise((resolve) => setTimeout(resolve, SETTLED_MS));
  }
  return terminal.shot();
}

async function after(keys, words) {
  terminal.type(keys);
  return await seen(words);
}

/** The frames of the film of k-means, one by one. */
async function watched() {
  const scenes = [{ shot: await after("p ", "iteration"), seconds: 1 }];
  terminal.type("g");
  for (let frame = 0; frame < 8; frame++) {
    scenes.push({ shot: await seen("iteration"), seconds: 0.75 });
    terminal.type("\x1b[C");
  }
  return scenes;
}

try {
  const segments = await seen("suggested k = 5");
  const elbow = await after("2", "silhouette");
  const film = await watched();
  const watch = terminal.shot();
  const back = await after("\x1b", "segment");
  const spenders = await after("3]", "spending");
  const customers = await after("\r", "of 200");
  const files = await after("6", "report");
  const scenes = [
    { shot: segments, seconds: 3 },
    { shot: elbow, seconds: 3 },
    ...film,
    { shot: back, seconds: 1 },
    { shot: spenders, seconds: 2 },
    { shot: customers, seconds: 2.5 },
    { shot: files, seconds: 2.5 },
  ];
  const pictures = {
    "segments.svg": svgOf(segments, "Kentro in a terminal: the five segments of the mall customers"),
    "elbow.svg": svgOf(elbow, "Kentro in a terminal: why five segments"),
    "watch.svg": svgOf(watch, "Kentro in a terminal: k-means as it happens"),
    "kentro.svg": filmOf(scenes, "Twenty seconds of Kentro in a terminal"),
  };
  for (const [name, svg] of Object.entries(pictures)) writeFileSync(new URL(name, docs), svg);
  terminal.type("q");
  await terminal.ended;
} finally {
  rmSync(home, { recursive: true, force: true });
}
