/** How notes on the data say which option of the command line takes a logarithm. */
const LOG_OPTION = / \(--log .*\)(?= may tell more\.$)/;

/** A note on the data with the key, on the screen Data, for the option of the command line. */
export function withKey(note: string): string {
  return note.replace(LOG_OPTION, " (L on its line)");
}

/** The same without either, where the key is said beside it. */
export function withoutOption(note: string): string {
  return note.replace(LOG_OPTION, "");
}
