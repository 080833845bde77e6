/** Words that make a column an identifier wherever they stand: "CustomerID", "id_client". */
const ALWAYS = new Set(["id", "ids", "uid", "uuid", "guid", "pk"]);

/** Words that make one when they come last and no value repeats: "order number", but not "number of orders". */
const WHEN_LAST = new Set(
  "key code number no nr num index idx ref reference phone telephone mobile fax barcode ean sku isbn account card".split(
    " ",
  ),
);

/** Lower-case names written in one word: "customerid", but not "paid". */
const JOINED =
  /^(customer|cust|client|user|member|person|shopper|household|account|order|row|record|card|loyalty)_?id$/i;

/** Names of postal codes, with at most a word before: "zip", "billing postal code", but not "average income per zip". */
const POSTAL = /^(?:\p{L}+ )?(?:(?:zip|postal|post) ?code|zip|postal|plz)$/u;

/** Fewer values than this are no proof of counting: three customers may well be 30, 31 and 32 years old. */
const SHORTEST_RUN = 10;

/** Up to this many bits a value, whether values differ is marked in a bit for each number of their range. */
const WIDEST = 64;

/**
 * Why a column of numbers names rows instead of measuring them, or null where it measures. Values must all be whole.
 * An identifier is a column whose name has the word id, or is that of a postal code; or whose name ends in a word such
 * as number, code or key and whose values all differ; or whose at least 10 values are n, n + 1, n + 2, ... in any order.
 * @param values NaN where a cell is empty or unreadable
 */
export function identifierReason(name: string, values: Float64Array): string | null {
  const found = wholeNumbers(values);
  if (found === null) return null;
  const { count, min, max } = found;
  const spoken = words(name);
  if (POSTAL.test(spoken.join(" "))) return "a postal code is no measure";
  const always = JOINED.test(name) || spoken.some((word) => ALWAYS.has(word));
  const run = max - min + 1 === count && count >= SHORTEST_RUN;
  const named = always || WHEN_LAST.has(spoken.at(-1) ?? "") || name.trim().endsWith("#");
  if (!named && !run) return null;
  if (differ(values, found)) return "every value differs, it is an identifier";
  return always ? "its name says that it is an identifier" : null;
}

function words(name: string): string[] {
  const apart = name.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").toLowerCase();
  return apart.split(/[^\p{L}]+/u).filter((word) => word !== "");
}

function wholeNumbers(values: Float64Array): { count: number; min: number; max: number } | null {
  let count = 0;
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (Number.isNaN(value)) continue;
    if (!Number.isInteger(value)) return null;
    count++;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return count === 0 ? null : { count, min, max };
}

function differ(values: Float64Array, { count, min, max }: { count: number; min: number; max: number }): boolean {
  const range = max - min + 1;
  if (range < count) return false;
  return range <= count * WIDEST ? differInRange(values, min, range) : differSorted(values, count);
}

/** With a bit for each number of the range. */
function differInRange(values: Float64Array, min: number, range: number): boolean {
  const seen = new Uint32Array(Math.ceil(range / 32));
  for (let row = 0; row < values.length; row++) {
    const place = values[row]! - min;
    if (Number.isNaN(place)) continue;
    const word = Math.floor(place / 32);
    const bit = 1 << (place % 32);
    if ((seen[word]! & bit) !== 0) return false;
    seen[word]! |= bit;
  }
  return true;
}

function differSorted(values: Float64Array, count: number): boolean {
  const sorted = values.slice().sort(); // NaN comes last
  for (let i = 1; i < count; i++) if (sorted[i] === sorted[i - 1]) return false;
  return true;
}
