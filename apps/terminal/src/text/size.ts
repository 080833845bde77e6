import { count, counted } from "./number.ts";

const UNITS = ["bytes", "kB", "MB", "GB", "TB", "PB"];

/** A size for people, in powers of a thousand: `312 bytes`, `1.2 MB`, `48 GB`. */
export function sizeWords(bytes: number): string {
  let unit = 0;
  let size = bytes;
  while (unit < UNITS.length - 1 && Number(size.toPrecision(3)) >= 1000) {
    size /= 1000;
    unit++;
  }
  if (unit === 0) return counted(bytes, "byte");
  return `${size < 9.95 ? size.toFixed(1) : count(size)} ${UNITS[unit]}`;
}
