// Times what a user of the terminal UI waits for, in a real pseudo-terminal. Usage: pnpm bench:terminal [rows]
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { endAll, startIn } from "@kentro/headless";

const program = fileURLToPath(new URL("../dist/kentro.js", import.meta.url));
const rows = Number(process.argv[2] ?? 1_000_000);
const STARTS = 7;
const KEYS = 60;
const STOPS = 5;
const TURNS = 40;
const RUNS = 6;

const home = mkdtempSync(join(tmpdir(), "kentro-bench-"));
const { CI, CONTINUOUS_INTEGRATION, NO_COLOR, FORCE_COLOR, INK_SCREEN_READER, ...rest } = process.env;
const env = { ...rest, LC_ALL: "C.UTF-8", KENTRO_NO_RECENT: "1" };

function start(file) {
  return startIn(process.execPath, [program, file], { columns: 120, rows: 40, cwd: home, env });
}

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Milliseconds until what is seen satisfies `holds`, after `act`. */
async function timed(terminal, act, holds) {
  const startedAt = performance.now();
  act();
  await terminal.until(holds);
  return performance.now() - startedAt;
}

/** From the start to the first frame, and to the five segments of the sample. */
async function starts() {
  const first = [];
  const segments = [];
  for (let index = 0; index < STARTS + 1; index++) {
    const startedAt = performance.now();
    const terminal = start("mall");
    await terminal.until(() => terminal.text().includes("? help"));
    const drawn = performance.now() - startedAt;
    await terminal.until(() => terminal.text().includes("5 segments of 200 customers"));
    const found = performance.now() - startedAt;
    terminal.type("q");
    await terminal.ended;
    if (index === 0) continue; // the file system's caches are cold
    first.push(drawn);
    segments.push(found);
  }
  return { first, segments };
}

/** Customers in eight overlapping groups: the same for every run. */
function table() {
  let state = 1;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const lines = ["age,income,score,visits"];
  for (let row = 0; row < rows; row++) {
    const group = Math.floor(random() * 8);
    const near = (center, spread) => (center + spread * (random() + random() + random() - 1.5)).toFixed(1);
    const values = [near(20 + 7 * (group & 3), 9), near(15 + 22 * (group >> 1), 18), near(85 * (group & 1), 30)];
    lines.push([...values, near(10, 9)].join(","));
  }
  const path = join(home, "customers.csv");
  writeFileSync(path, `${lines.join("\n")}\n`);
  return path;
}

/** How long keys wait for their answer while a large table is clustered, and how long Esc takes to stop that. */
async function busy(path) {
  const terminal = start(path);
  const isRead = () => (terminal.lines()[0] ?? "").includes(rows.toLocaleString("en"));
  const isWorking = () => isRead() && terminal.text().includes("Esc stop");
  await terminal.until(isWorking);
  const answers = [];
  for (let key = 0; key < KEYS && isRead(); key++) {
    const opens = key % 2 === 0;
    const isAnswered = () => terminal.text().includes("this help, and back") === opens;
    answers.push(await timed(terminal, () => terminal.type("?"), isAnswered));
    await wait(15);
  }
  const stops = [];
  for (let stop = 0; stop < STOPS; stop++) {
    if (!isWorking()) {
      terminal.type("r");
      await terminal.until(isWorking);
    }
    await wait(150);
    const isStopped = () => terminal.text().includes("topped");
    stops.push(await timed(terminal, () => terminal.type("\x1b"), isStopped));
    await wait(100);
  }
  terminal.type("q");
  await terminal.ended;
  return { answers, stops };
}

/**
 * What is waited for once the segments of a large table are found: the next segment with its card and picture, and a merge
 * with all that is told of it. The memory that was taken until then, and after runs of one segment more and fewer.
 */
async function atRest(path) {
  const terminal = start(path);
  const isIdle = () => terminal.text().includes(" segments of ") && !terminal.text().includes("Esc stop");
  const idle = async () => {
    await wait(150); // what was asked for has begun
    await terminal.until(isIdle);
  };
  await terminal.until(isIdle);
  const found = memoryOf(terminal.processId);
  const turns = [];
  for (let turn = 0; turn < TURNS; turn++) {
    const [key, letter] = turn % 2 === 0 ? ["]", "B"] : ["[", "A"];
    turns.push(
      await timed(
        terminal,
        () => terminal.type(key),
        () => terminal.text().includes(`▸${letter} `),
      ),
    );
    await wait(40);
  }
  terminal.type("m");
  await terminal.until(() => terminal.text().includes("Merge A with"));
  const isTold = () => terminal.text().includes("merge them");
  const cost = await timed(terminal, () => terminal.type("B\r"), isTold);
  const isMerged = () => / one segment (now|fewer)/.test(terminal.text());
  const merge = await timed(terminal, () => terminal.type("\r"), isMerged);
  for (let run = 0; run < RUNS; run++) {
    await idle();
    terminal.type(run % 2 === 0 ? "+" : "-");
  }
  await idle();
  const later = memoryOf(terminal.processId);
  terminal.type("q");
  await terminal.ended;
  return { turns, cost, merge, found, later };
}

/** Megabytes that a process has in memory, and the most it had; null where the system does not tell. */
function memoryOf(processId) {
  const path = `/proc/${processId}/status`;
  if (!existsSync(path)) return null;
  const status = readFileSync(path, "utf8");
  const megabytes = (name) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1000);
  return { now: megabytes("VmRSS"), most: megabytes("VmHWM") };
}

function sayMemory(what, memory) {
  if (memory !== null) console.log(`${what.padEnd(52)} ${String(memory.now).padStart(6)} MB  (at most ${memory.most})`);
}

function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
}

function say(what, values, most = null, share = 0.5) {
  const value = quantile(values, share);
  const name = share === 0.5 ? "median" : `p${share * 100}`;
  const asked = most === null ? "" : `; at most ${most} ms: ${value <= most ? "reached" : "missed"}`;
  const words = `${name} of ${values.length}${asked}`;
  console.log(`${what.padEnd(52)} ${value.toFixed(0).padStart(6)} ms  (${words})`);
}

try {
  console.log(`${cpus()[0]?.model ?? "unknown"}, ${cpus().length} cores, Node ${process.versions.node}`);
  const { first, segments } = await starts();
  say("mall: start to first frame", first, 500);
  say("mall: start to segments", segments);
  const path = table();
  const { answers, stops } = await busy(path);
  const count = rows.toLocaleString("en");
  say(`${count} rows under way: a key is answered`, answers, 50, 0.95);
  say(`${count} rows under way: Esc stops the work`, stops, 100);
  const { turns, cost, merge, found, later } = await atRest(path);
  say(`${count} rows at rest: the next segment is drawn`, turns, 50, 0.95);
  say(`${count} rows: what a merge costs is told`, [cost]);
  say(`${count} rows: a merge is made`, [merge]);
  sayMemory(`${count} rows: memory with the segments found`, found);
  sayMemory(`${count} rows: memory after a merge and ${RUNS} runs`, later);
} finally {
  endAll();
  rmSync(home, { recursive: true, force: true });
}
