/** A change to segments by hand. Segments are named by the letters they have at that point of the list. */
export type Edit =
  | { readonly type: "merge"; readonly segments: readonly [string, string] }
  | { readonly type: "split"; readonly segment: string }
  | { readonly type: "rename"; readonly segment: string; readonly name: string }
  /** An empty note takes the note away. */
  | { readonly type: "note"; readonly segment: string; readonly note: string };
