/**
 * A color of the charts and the page. Charts are drawn in the light one; the page's style turns it into the dark one by
 * matching the value, so each light value stands for one meaning and occurs once.
 */
export interface Tone {
  readonly light: string;
  readonly dark: string;
}

/** A segment's color, and that of a letter on it. */
export interface SegmentTone extends Tone {
  readonly letter: Tone;
}

export const ink: Tone = { light: "#1f2430", dark: "#e9ebf1" };
export const muted: Tone = { light: "#596070", dark: "#a9b0be" };
export const rule: Tone = { light: "#d8dce4", dark: "#3a414e" };
export const paper: Tone = { light: "#ffffff", dark: "#1b1f27" };
/** Text on the strongest tones of a heat map. */
export const onStrong: Tone = { light: "#fffffe", dark: "#14161b" };
/** Letters on the darker and the brighter segment tones. */
const onDeep: Tone = { light: "#fffffd", dark: "#14161c" };
const onBright: Tone = { light: "#1a1c22", dark: "#14161a" };

/** Okabe and Ito's set (2008), told apart by every kind of color vision; some are darkened to be seen on white. */
const segmentTones: readonly SegmentTone[] = [
  { light: "#0072b2", dark: "#4aa3df", letter: onDeep },
  { light: "#e69f00", dark: "#f2b134", letter: onBright },
  { light: "#007f5c", dark: "#2fc79a", letter: onDeep },
  { light: "#c25400", dark: "#f5843c", letter: onDeep },
  { light: "#cc79a7", dark: "#e09cc4", letter: onBright },
  { light: "#56b4e9", dark: "#93d1f5", letter: onBright },
  { light: "#b5a300", dark: "#e3d63a", letter: onBright },
  { light: "#6b7280", dark: "#a3abb9", letter: onDeep },
];

/** How many segments have a tone of their own. */
export const segmentToneCount: number = segmentTones.length;

/** The tone of a segment; after eight they begin again, and the letters tell the segments apart. */
export function segmentTone(id: number): SegmentTone {
  return segmentTones[id % segmentTones.length]!;
}

/** From far below everybody to far above: ColorBrewer's PuOr, safe for color-blind readers. */
export const divergingTones: readonly Tone[] = [
  { light: "#b35806", dark: "#f7a54d" },
  { light: "#f1a340", dark: "#95590f" },
  { light: "#fee0b6", dark: "#4d3a20" },
  { light: "#f3f4f6", dark: "#2b303a" },
  { light: "#d8daeb", dark: "#3a3a5c" },
  { light: "#998ec3", dark: "#5d5497" },
  { light: "#542788", dark: "#b9aef2" },
];

/** Every tone that a chart may use. */
export const tones: readonly Tone[] = [
  ...[ink, muted, rule, paper, onStrong, onDeep, onBright],
  ...segmentTones,
  ...divergingTones,
];
