// Tries the build in a Chromium: `pnpm test:browser`, after `pnpm build`. It takes the browser that KENTRO_CHROMIUM names, or
// the `chromium` on the path (Debian: apt-get install chromium).
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import { report } from "./report.mjs";

const ISOLATION = { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" };

const page = fileURLToPath(new URL("./page.mjs", import.meta.url));
const worker = fileURLToPath(new URL("../../../dist/threads/worker-browser.js", import.meta.url));
const bundle = await rolldown({
  input: { page, "worker-browser": worker },
  platform: "browser",
  logLevel: "silent",
});
const { output } = await bundle.generate({ format: "esm", entryFileNames: "[name].js" });
await bundle.close();
const files = new Map(output.map(({ fileName, code }) => [`/${fileName}`, code]));

/** What the page answers, given these headers and files. */
async function answerOf(headers, files, expectsWorkers) {
  const profile = await mkdtemp(join(tmpdir(), "kentro-browser-"));
  const server = createServer();
  const answer = new Promise((resolve) => {
    server.on("request", (request, response) => {
      const { pathname } = new URL(request.url, "http://127.0.0.1");
      if (request.method === "POST") {
        const parts = [];
        request.on("data", (part) => parts.push(part));
        request.on("end", () => resolve(JSON.parse(Buffer.concat(parts).toString())));
        response.end();
      } else if (pathname === "/") {
        response.writeHead(200, { "Content-Type": "text/html", ...headers });
        response.end('<!doctype html><script type="module" src="/page.js"></script>');
      } else if (files.has(pathname)) {
        response.writeHead(200, { "Content-Type": "text/javascript", ...headers });
        response.end(files.get(pathname));
      } else {
        response.writeHead(404, headers).end();
      }
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const flags = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    `--user-data-dir=${profile}`,
  ];
  const address = `http://127.0.0.1:${server.address().port}/${expectsWorkers ? "?workers" : ""}`;
  const browser = spawn(process.env["KENTRO_CHROMIUM"] ?? "chromium", [...flags, address], { stdio: "ignore" });
  const ended = once(browser, "exit").then(([code]) => {
    throw new Error(`The browser ended with code ${code} before the page had answered`);
  });
  try {
    return await Promise.race([answer, ended]);
  } finally {
    ended.catch(() => {});
    browser.kill();
    if (browser.exitCode === null && browser.signalCode === null) await once(browser, "exit");
    server.closeAllConnections();
    server.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

const withoutWorker = new Map([...files].filter(([name]) => name !== "/worker-browser.js"));
const { bits, ...inNode } = await report(true);
assert.deepEqual(inNode, { shared: true, different: [], reason: "stopped" });
for (const [name, headers, served, shared] of [
  ["isolated", ISOLATION, files, true],
  ["not isolated", {}, files, false],
  ["isolated, the worker's file left behind", ISOLATION, withoutWorker, false],
]) {
  for (const [where, answer] of Object.entries(await answerOf(headers, served, shared))) {
    assert.deepEqual(answer, { shared, different: [], reason: "stopped", bits }, `${name}, ${where}`);
    console.log(`${name}, ${where}: the bits of Node, ${shared ? "workers had a part" : "on one thread"}`);
  }
}
