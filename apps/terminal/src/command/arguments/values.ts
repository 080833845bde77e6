import type { Scale } from "@kentro/segments";
import { InvalidArgumentError } from "commander";

/** Whether escape codes for color are sent: where the stream is a terminal that takes them, always, or never. */
export type ColorChoice = "auto" | "always" | "never";

export const COLOR_CHOICES: readonly ColorChoice[] = ["auto", "always", "never"];
export const SCALES: readonly Scale[] = ["standard", "minmax", "robust", "none"];

/** A parser of whole numbers from `least` up to `most`, written in plain digits. */
export function wholeNumber(least: number, most: number = Number.MAX_SAFE_INTEGER): (text: string) => number {
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (!(value >= least && value <= most)) {
      const range = most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`;
      throw new InvalidArgumentError(`Expected a whole number ${range}.`);
    }
    return value;
  };
}

/** `auto`, or a number of segments of at least 1. */
export function numberOfSegments(text: string): number | "auto" {
  if (text === "auto") return text;
  if (!/^0*[1-9]\d*$/.test(text)) throw new InvalidArgumentError('Expected a whole number of at least 1, or "auto".');
  return Number(text);
}

/** Column names from a list with commas, or `all`. Spaces around a name are not part of it. */
export function featureList(text: string): readonly string[] | "all" {
  if (text.trim() === "all") return "all";
  const names = text.split(",").map((name) => name.trim());
  if (names.includes("")) {
    throw new InvalidArgumentError("Expected column names with one comma between two of them.");
  }
  return names;
}

/** Adds one column name, exactly as written, to those before it. */
export function oneFeature(name: string, before: readonly string[] = []): readonly string[] {
  if (name === "") throw new InvalidArgumentError("Expected a column name.");
  return [...before, name];
}

/** A path or a column name: anything but nothing. */
export function named(what: string): (text: string) => string {
  return (text) => {
    if (text === "") throw new InvalidArgumentError(`Expected ${what}.`);
    return text;
  };
}
