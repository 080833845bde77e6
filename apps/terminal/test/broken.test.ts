import { readdirSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { BROKEN, make } from "./broken-files.ts";
import { kentro, workplace } from "./program.ts";

const places: ReturnType<typeof workplace>[] = [];
afterAll(() => {
  for (const place of places) place.remove();
});

describe.concurrent("what cannot be segmented ends with exit code 1, one sentence on stderr and no file", () => {
  it.each(BROKEN)("$what", async (broken) => {
    const place = workplace();
    places.push(place);
    const file = broken.name ?? "x.csv";
    make(broken, place.at(file));
    const before = readdirSync(place.path);
    const { code, stdout, stderr } = await kentro(
      ["segment", file, "--out", "out.csv", "--model", "m.json", "--report", "r.html", ...(broken.args ?? [])],
      place.path,
    );
    expect(stderr).toMatch(/^kentro: [^\n]+\n$/);
    expect(stderr).toContain(broken.says);
    expect(stderr).not.toMatch(/unexpected|NaN|undefined|\bat .*:\d+:\d+/);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(readdirSync(place.path)).toEqual(before);
  });
});
