import { writeFileSync } from "node:fs";
import fc from "fast-check";
import { afterAll, expect, it } from "vitest";
import { kentro, workplace } from "./program.ts";

const place = workplace();
afterAll(() => place.remove());

const cell = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -1000, max: 1000 }).map(String) },
  { weight: 2, arbitrary: fc.double({ noNaN: false }).map(String) },
  {
    weight: 1,
    arbitrary: fc.constantFrom("", "NA", "1.234,56", "€ 12", "12 %", "2026-03-01", "31.12.2025", "yes", "no"),
  },
  { weight: 1, arbitrary: fc.constantFrom('"', ",", ";", "\n", "\r", "=1+1", "<script>", "\u001b[2J", "__proto__") },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
);
const quoted = (text: string): string => (/[",;\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Tables as people and programs write them, and torn ones. */
const csv = fc
  .record({
    header: fc.array(fc.oneof(fc.string({ minLength: 1, maxLength: 8 }), cell), { minLength: 1, maxLength: 5 }),
    rows: fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 30 }),
    delimiter: fc.constantFrom(",", ";", "\t"),
    lineEnd: fc.constantFrom("\n", "\r\n"),
    even: fc.boolean(),
    torn: fc.boolean(),
  })
  .map(({ header, rows, delimiter, lineEnd, even, torn }) => {
    const width = header.length;
    const lines = even ? rows.map((row) => Array.from({ length: width }, (_, i) => row[i % row.length]!)) : rows;
    const text = [header, ...lines].map((row) => row.map(quoted).join(delimiter)).join(lineEnd);
    return torn ? text.slice(0, Math.ceil(text.length / 2)) : text;
  });

it("ends with 0 or 1 for any CSV, with what it found or one sentence, and never with a NaN or a trace", async () => {
  const file = place.at("made.csv");
  const property = fc.asyncProperty(csv, async (text) => {
    writeFileSync(file, text);
    const { code, stdout, stderr } = await kentro(["segment", file, "--k-max", "4", "--resamples", "5"]);
    expect(code === 0 ? stderr : stdout).toBe("");
    expect([0, 1]).toContain(code);
    if (code === 1) expect(stderr).toMatch(/^kentro: [^\n]+\n$/);
    expect(stderr).not.toMatch(/unexpected|\bat .*:\d+:\d+/);
    expect(stdout.replace(/^Columns .*$/gm, "")).not.toMatch(/\bNaN\b|undefined|Infinity/);
    expect(stdout).not.toContain("\u001b");
  });
  await fc.assert(property, { seed: 11, numRuns: 40 });
}, 120_000);
