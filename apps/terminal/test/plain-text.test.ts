import { readFileSync, writeFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { kentro, workplace } from "./program.ts";
import { kentroIn } from "./terminal.ts";

const place = workplace();
afterAll(() => place.remove());

const ESCAPE = /\p{Cc}\[/u;
const stdoutOf = async (...args: string[]): Promise<string> => (await kentro(args, place.path)).stdout;

/** What a command writes on a terminal of some width, line by line. */
async function inTerminal(columns: number, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<string[]> {
  const terminal = kentroIn(args, { columns, rows: 200, cwd: place.path, env });
  expect(await terminal.ended).toBe(0);
  return terminal.written().split("\r\n");
}

describe("plain text", () => {
  it("of a pipe has no escape codes, whatever the terminal could", async () => {
    for (const args of [["mall"], ["elbow", "mall", "--k-max", "3"]]) {
      const { code, stdout, stderr } = await kentro(args, place.path, {
        TERM: "xterm-256color",
        COLORTERM: "truecolor",
      });
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(stdout).not.toMatch(ESCAPE);
      expect(stdout).toContain("Annual Income (k$)");
    }
  });

  it("of a terminal is bold where that is wanted, and fits its width", async () => {
    const args = ["segment", "mall", "--k", "5", "--quiet"];
    const [bold, plain, narrow, curve] = await Promise.all([
      inTerminal(80, args),
      inTerminal(80, args, { NO_COLOR: "1" }),
      inTerminal(40, args, { NO_COLOR: "1" }),
      inTerminal(40, ["elbow", "mall", "--quiet", "--k-max", "3"], { NO_COLOR: "1" }),
    ]);
    expect(bold[0]).toMatch(ESCAPE);
    expect(plain.join("\n")).not.toMatch(ESCAPE);
    expect(plain).toContainEqual(expect.stringMatching(/^A +81 +40\.5 % +█{16} +average income, average spending$/));
    expect([...narrow, ...curve].filter((line) => line.length > 40)).toEqual([]);
    expect(narrow).toContainEqual(expect.stringMatching(/^A +81 +40\.5 % +average/));
  });

  it("shows the escape codes of a file and sends none", async () => {
    writeFileSync(place.at("codes.csv"), "a\x1b[31m,b\n1,\x07x\n2,\x1b]0;title\x07\n8,y\n9,y\n");
    const text = await stdoutOf("segment", "codes.csv", "--k", "2");
    expect(text).toContain("a␛[31m");
    expect(text).toContain("␛]0;title␇");
    expect(text).not.toMatch(/(?!\n)\p{Cc}/u);
    const { stderr } = await kentro(["segment", "codes.csv", "--features", "b"], place.path);
    expect(stderr).toMatch(/^kentro: Column "b" holds text, [^\p{Cc}]*\n$/u);
  });
});

describe("where the curve has no clear elbow, the first sentence says so", () => {
  // Income alone falls into no groups.
  const args = ["mall", "--feature", "income", "--k-max", "4"];

  it("in text, in JSON, in the report and of the elbow", async () => {
    const [text, json, curve] = await Promise.all([
      stdoutOf("segment", ...args, "--report", "report.html"),
      stdoutOf("segment", ...args, "--json"),
      stdoutOf("elbow", ...args, "--json"),
    ]);
    expect(text).toMatch(/^(Weak|No clear) structure: the curve over k = 1 to 4 has no clear\s+elbow/);
    const found = JSON.parse(json);
    expect(found.structure).toMatch(/^(weak|none)$/);
    const { k, reason, curve: points } = JSON.parse(curve);
    expect(k).toBeNull();
    expect(reason).toMatch(/^No clear elbow: /);
    const best = points.slice(1).sort((a: Point, b: Point) => b.silhouette - a.silhouette)[0];
    expect(found.k).toBe(best.k);
    expect(readFileSync(place.at("report.html"), "utf8")).toContain("has no clear elbow");
  });
});

interface Point {
  readonly k: number;
  readonly silhouette: number;
}
