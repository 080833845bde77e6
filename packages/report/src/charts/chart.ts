/** A picture of a segmentation. */
export interface Chart {
  /** A file's name without ending: lower case letters, digits and hyphens, no two of one report alike. */
  readonly name: string;
  readonly title: string;
  /** What is to be seen, and what to know when reading it: a sentence or two. */
  readonly caption: string;
  /** An SVG document that draws in light colors and names itself for a screen reader. */
  readonly svg: string;
  /** Whether it tells what segments are like, or how many there are and how sure they are. */
  readonly about: "segments" | "certainty";
  /** Whether it wants the page's whole width. */
  readonly wide: boolean;
}
