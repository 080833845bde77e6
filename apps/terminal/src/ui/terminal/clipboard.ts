/** Terminals take no OSC 52 of more than 100,000 bytes, which leaves so many for the text before base64. */
export const MOST_BYTES = 74_994;

/** Whether the text can be handed to the clipboard of the terminal. */
export function fitsClipboard(text: string): boolean {
  return Buffer.byteLength(text) <= MOST_BYTES;
}

/** The code that puts a text on the clipboard of the terminal that is sent it (OSC 52), through ssh too. Assumes that it fits. */
export function clipboardCode(text: string): string {
  return `\x1b]52;c;${Buffer.from(text).toString("base64")}\x07`;
}
