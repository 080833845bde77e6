import type { Theme } from "./look.ts";

/** A color as terminals of 256 and of sixteen colors know it: its number there, and its SGR code (null: none will do). */
export interface Hue {
  readonly of256: number;
  readonly of16: number | null;
}

/** The colors for one kind of ground. */
export interface Palette {
  readonly segments: readonly Hue[];
  readonly accent: Hue;
  readonly alarm: Hue;
}

/**
 * Okabe and Ito (Color Universal Design, 2008), each moved until it has a contrast of at least 4.5:1 on its grounds and
 * differs from the others with red-green blindness too. Numbers above 15 are those of the cube and the grays: users seldom change them.
 * Of the sixteen, four alone are dark enough for any light ground: the fifth there has the first again, and its own letter.
 */
export const PALETTES: Readonly<Record<Theme, Palette>> = {
  dark: {
    segments: [
      { of256: 214, of16: 33 }, // orange
      { of256: 81, of16: 96 }, // sky blue
      { of256: 84, of16: 92 }, // green
      { of256: 205, of16: 95 }, // pink
      { of256: 202, of16: 93 }, // vermilion
      { of256: 33, of16: 36 }, // blue
      { of256: 226, of16: 32 }, // yellow
      { of256: 231, of16: 97 }, // white
    ],
    accent: { of256: 147, of16: 36 }, // lavender
    alarm: { of256: 203, of16: null },
  },
  light: {
    segments: [
      { of256: 130, of16: 31 }, // brown
      { of256: 27, of16: 34 }, // blue
      { of256: 126, of16: 94 }, // magenta
      { of256: 24, of16: 30 }, // petrol
      { of256: 52, of16: 31 }, // dark red
      { of256: 91, of16: 34 }, // purple
      { of256: 17, of16: 94 }, // navy
      { of256: 242, of16: 30 }, // gray
    ],
    accent: { of256: 61, of16: 34 }, // slate blue
    alarm: { of256: 160, of16: 31 },
  },
};
