import { describe, expect, it } from "vitest";
import { type Hue, PALETTES } from "./palette.ts";

type Rgb = readonly [red: number, green: number, blue: number];

const GROUNDS = {
  dark: [[0, 0, 0] as Rgb, [0x1e, 0x1e, 0x1e] as Rgb],
  light: [[255, 255, 255] as Rgb, [0xfa, 0xfa, 0xfa] as Rgb],
};

/** The color cube and the grays of xterm: numbers 16 to 255. */
function cubeColor(code: number): Rgb {
  if (code >= 232) return [8 + 10 * (code - 232), 8 + 10 * (code - 232), 8 + 10 * (code - 232)];
  const level = (step: number): number => (step === 0 ? 0 : 55 + 40 * step);
  const place = code - 16;
  return [level(Math.floor(place / 36)), level(Math.floor(place / 6) % 6), level(place % 6)];
}

/** The sixteen colors as xterm has them where nobody changed them, by their SGR codes. */
const SIXTEEN: Readonly<Record<number, Rgb>> = {
  ...{ 30: [0, 0, 0], 31: [205, 0, 0], 32: [0, 205, 0], 33: [205, 205, 0] },
  ...{ 34: [0, 0, 238], 35: [205, 0, 205], 36: [0, 205, 205], 37: [229, 229, 229] },
  ...{ 90: [127, 127, 127], 91: [255, 0, 0], 92: [0, 255, 0], 93: [255, 255, 0] },
  ...{ 94: [92, 92, 255], 95: [255, 0, 255], 96: [0, 255, 255], 97: [255, 255, 255] },
};

function linear([red, green, blue]: Rgb): Rgb {
  const of = (value: number): number => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return [of(red), of(green), of(blue)];
}

/** WCAG 2.2: (L1 + 0.05) / (L2 + 0.05) of the relative luminances. */
function contrast(a: Rgb, b: Rgb): number {
  const luminance = (color: Rgb): number => {
    const [red, green, blue] = linear(color);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [least, most] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (most + 0.05) / (least + 0.05);
}

// Machado, Oliveira and Fernandes (2009), severity 1.0, on linear RGB.
const SEEN_AS = {
  "all cones": [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
} as const;

/** CIE 1976 L*a*b* of a color as it is seen. */
function labOf(color: Rgb, seenAs: keyof typeof SEEN_AS): Rgb {
  const cones = linear(color);
  const [red, green, blue] = SEEN_AS[seenAs].map((row) =>
    Math.min(
      1,
      Math.max(
        0,
        row.reduce<number>((sum, weight, channel) => sum + weight * cones[channel]!, 0),
      ),
    ),
  ) as [number, number, number];
  const root = (value: number): number => (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116);
  const x = root((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047);
  const y = root(0.2126 * red + 0.7152 * green + 0.0722 * blue);
  const z = root((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function leastDifference(colors: readonly Rgb[], seenAs: keyof typeof SEEN_AS): number {
  const seen = colors.map((color) => labOf(color, seenAs));
  return Math.min(
    ...seen.flatMap((a, index) => seen.slice(index + 1).map((b) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]))),
  );
}

describe.each(["dark", "light"] as const)("the colors for a %s ground", (theme) => {
  const { segments, accent, alarm } = PALETTES[theme];
  const hues: readonly Hue[] = [...segments, accent, alarm];

  it("have a contrast of at least 4.5:1 where there are 256 colors or more", () => {
    for (const ground of GROUNDS[theme]) {
      for (const { of256 } of hues) expect(contrast(cubeColor(of256), ground), `${of256}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  it("have a contrast of at least 4.5:1 where there are sixteen", () => {
    for (const ground of GROUNDS[theme]) {
      for (const { of16 } of hues) {
        if (of16 !== null) expect(contrast(SIXTEEN[of16]!, ground), `${of16}`).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  it("are eight that differ, with red-green blindness too", () => {
    const colors = segments.map(({ of256 }) => cubeColor(of256));
    expect(colors).toHaveLength(8);
    expect(leastDifference(colors, "all cones")).toBeGreaterThan(30);
    expect(leastDifference(colors, "deuteranopia")).toBeGreaterThan(15);
    expect(leastDifference(colors, "protanopia")).toBeGreaterThan(15);
  });
});

it("knows when two colors are too near: Okabe and Ito's own blue is too dark for a dark ground", () => {
  expect(contrast([0, 114, 178], [0x1e, 0x1e, 0x1e])).toBeLessThan(4.5);
});
