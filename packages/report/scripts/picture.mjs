// Draws docs/report.png, the part of a report that the README shows: the first two cards of the mall sample's. `pnpm picture`,
// after a build.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { mall, mallPreset, segment } from "@kentro/segments";
import { chromium } from "playwright-core";
import { report } from "../dist/index.js";
import { findChromium, INSTALL } from "../src/testing/browser/chromium.mjs";

/** Of the page, around the first two cards, in pixels. */
const margin = 12;

const executablePath = findChromium();
if (executablePath === null) {
  console.error(INSTALL);
  process.exit(1);
}
const options = { title: "Customer segments of mall", command: "kentro segment mall --report report.html" };
const page = await report(await segment(mall, mallPreset), mall, options);
const folder = await mkdtemp(join(tmpdir(), "kentro-picture-"));
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
try {
  const file = join(folder, "report.html");
  await writeFile(file, page);
  const tab = await browser.newPage({ viewport: { width: 1180, height: 1180 } });
  await tab.goto(pathToFileURL(file).href);
  const cards = await Promise.all([0, 1].map((place) => tab.locator(".card").nth(place).boundingBox()));
  const [{ x, y }, { height }] = cards;
  const clip = { x: x - margin, y: y - margin, width: 1180 - 2 * (x - margin), height: height + 2 * margin };
  await tab.screenshot({
    path: fileURLToPath(new URL("../../../docs/report.png", import.meta.url)),
    fullPage: true,
    clip,
  });
} finally {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
}
