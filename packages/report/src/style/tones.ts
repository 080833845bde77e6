import { ink, muted, paper, rule, segmentTone, segmentToneCount, type Tone, tones } from "../palette.ts";

/** The page behind the cards, and the outline of what has the focus. */
const page: Tone = { light: "#f5f6f8", dark: "#12151b" };
const focus: Tone = { light: "#0072b2", dark: "#93d1f5" };

const named = { page, card: paper, ink, muted, rule, focus };

function variables(of: "light" | "dark"): string {
  return Object.entries(named)
    .map(([name, tone]) => `--${name}:${tone[of]}`)
    .join(";");
}

function segments(of: "light" | "dark"): string {
  return Array.from({ length: segmentToneCount }, (_, id) => {
    const tone = segmentTone(id);
    return `.tone-${id}{--tone:${tone[of]};--on-tone:${tone.letter[of]}}`;
  }).join("");
}

/** The colors of the page in the light. */
export const light: string = `:root{color-scheme:light dark;${variables("light")}}
${segments("light")}`;

/** And in the dark: for charts a style rule wins over the color that they have as an attribute. */
export const dark: string = `:root{${variables("dark")}}
${segments("dark")}
${tones.map(({ light, dark }) => `.chart [fill="${light}"]{fill:${dark}}.chart [stroke="${light}"]{stroke:${dark}}`).join("\n")}`;
