/// <reference lib="dom" />
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { evil, reports } from "./reports.ts";

/** The text of an A4 page between its margins, in CSS pixels. */
const paper = { width: 695, height: 1024 };

let browser: Browser;
let folder: string;

beforeAll(async () => {
  browser = await chromium.launch({
    ...(process.env["KENTRO_CHROMIUM"] !== undefined && { executablePath: process.env["KENTRO_CHROMIUM"] }),
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
  });
  folder = await mkdtemp(join(tmpdir(), "kentro-report-"));
});

afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

interface Opened {
  readonly page: Page;
  readonly url: string;
  /** Every address asked for, the page's own included. */
  readonly requests: readonly string[];
  /** Everything the page complained of: refused styles, errors. */
  readonly complaints: readonly string[];
}

async function opened(name: string): Promise<Opened> {
  const file = join(folder, `${name.replaceAll(/\W/g, "-")}.html`);
  await writeFile(file, await reports[name]!());
  const page = await browser.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("dialog", async (dialog) => {
    complaints.push(dialog.message());
    await dialog.dismiss();
  });
  const url = pathToFileURL(file).href;
  await page.goto(url);
  return { page, url, requests, complaints };
}

/** What axe finds wrong, as it is to be read in a failure. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import("axe-core") };
    const { violations } = await axe.run();
    return violations.map(({ id, nodes }) => ({ id, html: nodes.slice(0, 3).map(({ html }) => html.slice(0, 200)) }));
  });
  return found.map(({ id, html }) => `${id}: ${html.join(" | ")}`);
}

describe.each(Object.keys(reports))("a report %s", (name) => {
  let report: Opened;

  beforeAll(async () => {
    report = await opened(name);
  });

  afterAll(async () => {
    await report?.page.close();
  });

  test.each([
    ["light", 1280],
    ["dark", 390],
  ] as const)("has nothing that axe objects to, %s and %i pixels wide", async (colorScheme, width) => {
    await report.page.emulateMedia({ colorScheme, media: "screen" });
    await report.page.setViewportSize({ width, height: 900 });
    expect(await violations(report.page)).toEqual([]);
  });

  test("asks for nothing but itself, and breaks no rule of its own", () => {
    expect(report.requests).toEqual([report.url]);
    expect(report.complaints).toEqual([]);
  });

  test("holds no script, whatever the table says", async () => {
    const there = await report.page.evaluate(() => {
      const handlers = [...document.querySelectorAll("*")].filter((element) =>
        element.getAttributeNames().some((attribute) => attribute.startsWith("on") || attribute === "style"),
      );
      return { scripts: document.scripts.length, images: document.images.length, handlers: handlers.length };
    });
    expect(there).toEqual({ scripts: 0, images: 0, handlers: 0 });
    expect(await report.page.title()).not.toBe("run");
  });

  test("says nothing of what is not there", async () => {
    const said = await report.page.evaluate(() => {
      const labels = [...document.querySelectorAll("[aria-label]")].map((each) => each.getAttribute("aria-label"));
      return [document.body.textContent, ...labels].join("\n");
    });
    expect(said.match(/.{0,30}\b(NaN|undefined|null|Infinity|\[object).{0,30}/g) ?? []).toEqual([]);
  });

  test.each([390, 1280])("fits into %i pixels: nothing sticks out of page, cells or pictures", async (width) => {
    await report.page.emulateMedia({ colorScheme: "light", media: "screen" });
    await report.page.setViewportSize({ width, height: 900 });
    expect(await report.page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    const clipped = await report.page.evaluate(() => {
      const cells = [...document.querySelectorAll(".card table:not(.rows) :is(th,td)")].filter((cell) => {
        return cell.scrollWidth > cell.clientWidth + 1;
      });
      const labels = [...document.querySelectorAll("svg text")].filter((text) => {
        const [inner, outer] = [text.getBoundingClientRect(), text.closest("svg")!.getBoundingClientRect()];
        return (
          inner.left < outer.left - 1 ||
          inner.right > outer.right + 1 ||
          inner.top < outer.top - 1 ||
          inner.bottom > outer.bottom + 1
        );
      });
      return [...cells, ...labels].map((element) => element.textContent);
    });
    expect(clipped).toEqual([]);
  });

  test("is printed without a cut card or picture", async () => {
    await report.page.emulateMedia({ media: "print" });
    await report.page.setViewportSize(paper);
    const cut = await report.page.evaluate((height) => {
      return [...document.querySelectorAll(".card,figure")].flatMap((part) => {
        const kept = getComputedStyle(part).breakInside === "avoid" && part.getBoundingClientRect().height <= height;
        return kept ? [] : [`${part.textContent.slice(0, 80)}: ${part.getBoundingClientRect().height}`];
      });
    }, paper.height);
    expect(cut).toEqual([]);
    expect(await report.page.evaluate(() => document.documentElement.scrollWidth)).toBe(paper.width);
    const wide = await report.page.evaluate(() => {
      const parts = [...document.querySelectorAll(".scroll")];
      return parts.flatMap((part) => (part.scrollWidth > part.clientWidth + 1 ? [part.ariaLabel] : []));
    });
    expect(wide).toEqual([]);
    const pdf = await report.page.pdf({ format: "A4", printBackground: true, preferCSSPageSize: true });
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
  });
});

describe("by keyboard alone", () => {
  test("every picture, table and detail that scrolls or opens is reached, in the order of the page", async () => {
    const { page } = await opened("shop");
    await page.setViewportSize({ width: 390, height: 900 });
    const wanted = await page.locator("[tabindex], summary").count();
    const order = await page.evaluate(() => {
      const stops = [...document.querySelectorAll("[tabindex], summary")];
      for (const [i, stop] of stops.entries()) stop.id = `stop-${i}`;
      return stops.filter((stop) => stop.checkVisibility()).map(({ id }) => id);
    });
    const reached: string[] = [];
    for (let i = 0; i < order.length; i++) {
      await page.keyboard.press("Tab");
      reached.push(await page.evaluate(() => document.activeElement?.id ?? ""));
    }
    expect(wanted).toBeGreaterThan(15);
    expect(reached).toEqual(order);
    await page.close();
  });

  test("a table wider than the page scrolls, and a detail opens", async () => {
    const { page } = await opened("shop");
    await page.setViewportSize({ width: 390, height: 900 });
    const rows = page.locator(".card .scroll").first();
    await rows.focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => rows.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
    const detail = page.locator("details").first();
    await detail.locator("summary").focus();
    await page.keyboard.press("Enter");
    expect(await detail.locator("pre").isVisible()).toBe(true);
    await page.close();
  });
});

describe("in the dark", () => {
  test("pictures are as dark as the page", async () => {
    const { page } = await opened("mall");
    await page.emulateMedia({ colorScheme: "dark" });
    const seen = await page.evaluate(() => {
      const fills = [...document.querySelectorAll("figure svg > rect")].map((paper) => getComputedStyle(paper).fill);
      return { fills: [...new Set(fills)], page: getComputedStyle(document.querySelector("figure")!).backgroundColor };
    });
    expect(seen.fills).toEqual([seen.page]);
    expect(seen.page).toBe("rgb(27, 31, 39)");
    await page.close();
  });
});

test.each([
  ["dark", 1280],
  ["light", 390],
] as const)("a report has nothing that axe objects to, %s and %i pixels wide either", async (colorScheme, width) => {
  const { page } = await opened("shop");
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize({ width, height: 900 });
  expect(await violations(page)).toEqual([]);
  await page.close();
});

test("what a stranger's file holds is shown as it is written", async () => {
  const { page } = await opened("of a stranger's file");
  expect(await page.locator("h1").textContent()).toBe(evil);
  expect(await page.locator("h1 *").count()).toBe(0);
  await page.close();
});
