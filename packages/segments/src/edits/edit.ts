/** A change to segments by hand. Segments are named by the letters they have at that point of the list. */
export type Edit = Regrouping | Naming;

/** An edit by which customers change company. */
export type Regrouping =
  | { readonly type: "merge"; readonly segments: readonly [string, string] }
  | { readonly type: "split"; readonly segment: string };

/** An edit of what is said of a segment. */
export type Naming =
  | { readonly type: "rename"; readonly segment: string; readonly name: string }
  /** An empty note takes the note away. */
  | { readonly type: "note"; readonly segment: string; readonly note: string };

/** Whether an edit changes who is with whom. */
export function isRegrouping(edit: Edit): edit is Regrouping {
  return edit.type === "merge" || edit.type === "split";
}

/** What an edit is called where it is spoken of: "merge B,D". */
export function editName(edit: Edit): string {
  return edit.type === "merge" ? `merge ${edit.segments.join()}` : `${edit.type} ${edit.segment}`;
}
