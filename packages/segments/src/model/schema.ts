import { SegmentsError } from "../error.ts";
import { quoted } from "../quoted.ts";

/** One value in a saved segmentation, and where it stands: "segments[2].name". */
export interface Found {
  readonly value: unknown;
  readonly at: string;
}

/** An INVALID_MODEL error about one place of the file. */
export function invalid({ at }: Found, expected: string): SegmentsError {
  return new SegmentsError("INVALID_MODEL", `This is no valid saved segmentation: ${at} should be ${expected}.`);
}

/** An object of exactly these keys, and any of the optional ones. */
export function readObject<K extends string, O extends string = never>(
  found: Found,
  keys: readonly K[],
  optional: readonly O[] = [],
): Readonly<Record<K, Found> & Partial<Record<O, Found>>> {
  const { value, at } = found;
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw invalid(found, "an object");
  const own = new Map(Object.entries(value));
  const known = new Set<string>([...keys, ...optional]);
  for (const key of own.keys()) {
    if (!known.has(key)) throw invalid(found, `without the unknown key ${quoted(key)}`);
  }
  const placeOf = (key: string): Found => ({ value: own.get(key), at: at === "the file" ? key : `${at}.${key}` });
  const missing = keys.find((key) => !own.has(key));
  if (missing !== undefined) throw invalid(placeOf(missing), "there");
  const there = [...keys, ...optional].filter((key) => own.has(key));
  return Object.fromEntries(there.map((key) => [key, placeOf(key)])) as Record<K, Found> & Partial<Record<O, Found>>;
}

/** An array of 1 to `most` values. */
export function readArray(found: Found, most: number): readonly Found[] {
  const { value, at } = found;
  if (!Array.isArray(value) || value.length < 1 || value.length > most)
    throw invalid(found, `a list of 1 to ${most} entries`);
  return Array.from(value, (entry: unknown, i) => ({ value: entry, at: `${at}[${i}]` }));
}

export function readText(found: Found, longest: number): string {
  if (typeof found.value !== "string" || found.value.length > longest) {
    throw invalid(found, `text of at most ${longest} characters`);
  }
  return found.value;
}

export function readWhole(found: Found, least: number, most: number = Number.MAX_SAFE_INTEGER): number {
  const { value } = found;
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < least || value > most) {
    throw invalid(found, `a whole number from ${least} to ${most}`);
  }
  return value;
}

export function readNumber(found: Found, least: number, most: number): number {
  const { value } = found;
  if (typeof value !== "number" || !(value >= least && value <= most)) {
    throw invalid(found, `a number from ${least} to ${most}`);
  }
  return value;
}

export function readFlag(found: Found): boolean {
  if (typeof found.value !== "boolean") throw invalid(found, "true or false");
  return found.value;
}

/** What an object says of its kind, before its keys are known. */
export function typeOf({ value }: Found): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, "type")
    ? Reflect.get(value, "type")
    : undefined;
}
