import { describe, expect, it } from "vitest";
import type { Shot } from "./shot.ts";
import { filmOf, svgOf } from "./svg.ts";

const PLAIN = { ink: null, paper: null, inverse: false, bold: false };
const shot = (...lines: readonly string[]): Shot => ({
  columns: 10,
  lines: lines.map((text) => [{ column: 0, cells: text.length, text, ...PLAIN }]),
});

describe("svgOf", () => {
  it("escapes what is on the screen and in the title", () => {
    const svg = svgOf(shot("<b>&</b>"), "a < b");
    expect(svg).toContain(">&lt;b&gt;&amp;&lt;/b&gt;</text>");
    expect(svg).toContain("<title>a &lt; b</title>");
  });

  it("draws inverse text on its own ink, and nothing for an empty line", () => {
    const lines = [[{ column: 2, cells: 2, text: "ab", ...PLAIN, ink: "#ff0000", inverse: true }], []];
    const svg = svgOf({ columns: 10, lines }, "");
    expect(svg).toMatch(/<rect x="30.8" y="14" width="16.8" height="17" fill="#ff0000"\/><text [^>]*fill="#1d1f24"/);
    expect(svg.match(/<text/g)).toHaveLength(1);
  });
});

describe("filmOf", () => {
  it("shows one scene after the other and has a line that stays only once", () => {
    const film = filmOf(
      [
        { shot: shot("same", "one"), seconds: 1 },
        { shot: shot("same", "two"), seconds: 3 },
      ],
      "Two scenes",
    );
    expect(film.match(/>same</g)).toHaveLength(1);
    expect(film).toContain("25%{visibility:visible}");
    expect(film).toContain("4s step-end infinite");
  });

  it("stands still at its first scene where motion is not wanted", () => {
    const film = filmOf([{ shot: shot("one"), seconds: 1 }], "One scene");
    const [still, moving] = film.split("@media (prefers-reduced-motion:no-preference)");
    expect(still).toContain("#s0{visibility:visible}");
    expect(still).not.toContain("animation");
    expect(moving).toContain("animation:s0 1s");
  });
});
