import { describe, expect, it } from "vitest";
import { ProgressLine, progressText } from "./progress-line.ts";

function terminal(columns = 80) {
  const written: string[] = [];
  return { isTTY: true, columns, written, write: (text: string) => written.push(text) };
}

describe("progressText", () => {
  it("says what is known and nothing more", () => {
    expect(progressText({ what: "reading", rows: 1200000 }, 2140)).toBe("reading  1,200,000 rows  2.1 s");
    expect(progressText({ what: "writing", file: "out.csv" }, 0)).toBe("writing  out.csv  0.0 s");
    const iterating = { stage: "iterating", k: 5, restart: 3, restarts: 10, iteration: 17, fraction: 0.429 } as const;
    expect(progressText({ what: "computing", progress: iterating }, 900)).toBe(
      "k=5  restart 3/10  iteration 17  42 %  0.9 s",
    );
    const unknown = { stage: "silhouette", fraction: null } as const;
    expect(progressText({ what: "computing", progress: unknown }, 900)).toBe("silhouette  0.9 s");
  });
});

describe("ProgressLine", () => {
  it("waits 0.3 s, then writes at most ten times a second, over itself", () => {
    const stream = terminal();
    let now = 0;
    const line = new ProgressLine(stream, false, () => now);
    for (; now < 1000; now += 10) line.at({ what: "reading", rows: now });
    line.end();
    expect(stream.written.slice(0, 2)).toEqual(["\rreading  300 rows  0.3 s", "\rreading  400 rows  0.4 s"]);
    expect(stream.written).toHaveLength(8);
    expect(stream.written.at(-1)).toMatch(/^\r {26}\r$/);
  });

  it("covers a longer line before it", () => {
    const stream = terminal();
    let now = 0;
    const line = new ProgressLine(stream, false, () => now);
    now = 500;
    line.at({ what: "reading", rows: 1000000 });
    now = 700;
    line.at({ what: "reading", rows: 1 });
    line.end();
    expect(stream.written[1]).toBe("\rreading  1 row  0.7 s         ");
  });

  it("stays within a narrow terminal", () => {
    const stream = terminal(12);
    let now = 0;
    const line = new ProgressLine(stream, false, () => now);
    now = 500;
    line.at({ what: "reading", rows: 1000000 });
    line.end();
    expect(stream.written[0]).toBe("\rreading  1…");
  });

  it("takes a terminal that does not know its width for one of 80 columns", () => {
    const stream = terminal(0);
    let now = 0;
    const line = new ProgressLine(stream, false, () => now);
    now = 500;
    line.at({ what: "writing", file: "out.csv" });
    line.end();
    expect(stream.written[0]).toBe("\rwriting  out.csv  0.5 s");
  });

  it("is silent where nobody would see it, and when the work was quick", () => {
    for (const [isTTY, quiet, until] of [
      [false, false, 1000],
      [true, true, 1000],
      [true, false, 200],
    ] as const) {
      const stream = { ...terminal(), isTTY };
      let now = 0;
      const line = new ProgressLine(stream, quiet, () => now);
      now = until;
      line.at({ what: "reading", rows: 1 });
      line.end();
      expect(stream.written).toEqual([]);
    }
  });
});
