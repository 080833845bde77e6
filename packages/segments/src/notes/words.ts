import { counted } from "../counted.ts";
import { quoted } from "../quoted.ts";

/** A column's name as one would type it behind an option of the command: in quotes where a shell would take it apart. */
export function optionValue(name: string): string {
  if (/^[\p{L}\p{N}_.-]+$/u.test(name)) return name;
  return `'${quoted(name).slice(1, -1).replaceAll("'", "'\\''")}'`;
}

/** A column's name in the middle of a sentence. */
export function plain(name: string): string {
  return quoted(name).slice(1, -1);
}

/** Names in a row: "a, b and c", cut after `most`. */
export function listed(names: readonly string[], most = 12): string {
  // In a list with commas, a name with one in it would pass for two.
  const said = names.map((name) => (name.includes(",") ? quoted(name) : plain(name)));
  if (said.length > most) return `${said.slice(0, most).join(", ")} and ${counted(said.length - most, "more", "more")}`;
  return said.length < 2 ? said.join() : `${said.slice(0, -1).join(", ")} and ${said.at(-1)}`;
}
