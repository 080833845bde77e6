// Prints as JSON what fits by the built package take of the process's memory. Arguments: what to measure. Wants --expose-gc.
import { setImmediate } from "node:timers/promises";
import { kmeans } from "../../dist/index.js";
import { pool } from "../../dist/threads/pool.js";
import { partitionsTaken } from "../../dist/threads/team.js";

const residentBytes = () => process.memoryUsage().rss;
/** The most that was ever resident. */
const peakBytes = () => process.resourceUsage().maxRSS * 1024;

function made(rows, columns, Values) {
  const data = new Values(rows * columns);
  for (let at = 0, state = 1; at < data.length; at++) {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    data[at] = (state >> 8) / 2 ** 20;
  }
  return { data, rows, columns };
}

async function collected() {
  for (let turn = 0; turn < 4; turn++) {
    globalThis.gc();
    await setImmediate();
  }
  return residentBytes();
}

const measures = {
  /** A thousand small fits, one after the other. */
  async small() {
    const points = made(200, 2, Float64Array);
    const resident = [];
    for (let fit = 1; fit <= 1000; fit++) {
      await kmeans(points, { k: 4, restarts: 2, maxIterations: 5, seed: fit });
      if (fit % 200 === 0) resident.push(await collected());
    }
    return { after200: resident[0], after1000: resident[4], peak: peakBytes() };
  },

  /** Fits of several megabytes each, with nobody asking for them to be collected. */
  async medium() {
    const points = made(100_000, 4, Float32Array);
    const init = { data: points.data.slice(0, 16), rows: 4, columns: 4 };
    const before = residentBytes();
    for (let fit = 0; fit < 120; fit++) await kmeans(points, { k: 4, init, maxIterations: 1 });
    return { grown: peakBytes() - before, kept: (await collected()) - before };
  },

  /** Models that are kept, after the memory they were computed in has had its use. */
  async kept() {
    const points = made(50_000, 16, Float32Array);
    const init = { data: points.data.slice(0, 64), rows: 4, columns: 16 };
    const before = await collected();
    const fits = [];
    for (let fit = 0; fit < 60; fit++) fits.push(await kmeans(points, { k: 4, init, maxIterations: 1 }));
    return { kept: (await collected()) - before, labels: fits.reduce((sum, { labels }) => sum + labels.byteLength, 0) };
  },

  /** Fits on threads, whose memory is let go after each as it is when nobody has asked for a while. */
  async shared() {
    const points = made(400_000, 8, Float32Array);
    const init = { data: points.data.slice(0, 64), rows: 8, columns: 8 };
    const fit = () => kmeans(points, { k: 8, init, maxIterations: 1, threads: 2 });
    while (partitionsTaken() === 0) await fit();
    const before = residentBytes();
    const took = peakBytes();
    for (let round = 0; round < 20; round++) {
      await fit();
      pool.end();
      await setImmediate();
    }
    return { grown: peakBytes() - Math.max(before, took) };
  },

  /** Ten million rows of four columns. */
  async large() {
    const points = made(10_000_000, 4, Float32Array);
    const init = { data: points.data.slice(0, 32), rows: 8, columns: 4 };
    const before = peakBytes();
    const { inertia } = await kmeans(points, { k: 8, init, maxIterations: 2 });
    return { onTop: peakBytes() - before, data: points.data.byteLength, inertia };
  },

  /** More points than WebAssembly has addresses for; nothing but their length is ever looked at. */
  async tooLarge() {
    const rows = 1_100_000_000;
    const points = { data: new Float32Array(rows), rows, columns: 1 };
    const { name, code, message } = await kmeans(points, { k: 2 }).catch((error) => error);
    return { name, code, message };
  },
};

process.stdout.write(JSON.stringify(await measures[process.argv[2]]()));
