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
  if (differ(values, count)) return "every value differs, it is an identifier";
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
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    if (!Number.isInteger(value)) return null;
    count++;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return count === 0 ? null : { count, min, max };
}

function differ(values: Float64Array, count: number): boolean {
  const sorted = values.slice().sort(); // NaN comes last
  for (let i = 1; i < count; i++) if (sorted[i] === sorted[i - 1]) return false;
  return true;
}
