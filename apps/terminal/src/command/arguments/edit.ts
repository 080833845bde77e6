import type { Edit } from "@kentro/segments";

/** An edit as `--edit` takes it. */
export function editText(edit: Edit): string {
  switch (edit.type) {
    case "merge":
      return `merge ${edit.segments.join()}`;
    case "split":
      return `split ${edit.segment}`;
    case "rename":
      return `rename ${edit.segment}=${edit.name}`;
    case "note":
      return `note ${edit.segment}=${edit.note}`;
  }
}
