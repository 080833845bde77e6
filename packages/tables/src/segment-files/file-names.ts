import { freeNames } from "../source/column-names.ts";

const LONGEST_NAME = 60;

/** What a file holds of a segment: all of it, those who are written to, or those who are left in peace to compare with. */
export type Part = "all" | "contact" | "control";

/**
 * What the files of segments are called: the segment's letter, its name in small letters and digits of ASCII, which every
 * system takes, and the part that a file holds: "segment-A-high-income-low-spending-contact.csv". No two are the same,
 * whatever the case.
 */
export function segmentFileNames(
  segments: readonly { readonly letter: string; readonly name: string }[],
): ((part: Part) => string)[] {
  const stems = segments.map(({ letter, name }) =>
    ["segment", letter.replace(/[^A-Za-z0-9]+/g, ""), slug(name)].filter((each) => each !== "").join("-"),
  );
  return freeNames([], stems).map((stem) => (part) => `${stem}${part === "all" ? "" : `-${part}`}.csv`);
}

function slug(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .replaceAll("ß", "ss")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-/, "")
    .slice(0, LONGEST_NAME)
    .replace(/-$/, "");
}
