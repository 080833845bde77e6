const LONGEST_NAME = 60;

/** What a file holds of a segment: all of it, those who are written to, or those who are left in peace to compare with. */
export type Part = "all" | "contact" | "control";

/**
 * What the file of a segment is called: its letter, its name in small letters and digits of ASCII, which every system
 * takes, and the part that it holds: "segment-A-high-income-low-spending-contact.csv".
 */
export function segmentFileName(letter: string, name: string, part: Part): string {
  const parts = ["segment", letter, slug(name), part === "all" ? "" : part];
  return `${parts.filter((each) => each !== "").join("-")}.csv`;
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
