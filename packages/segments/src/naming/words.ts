/** Longer words make no name. In characters. */
const LONGEST = 40;

/** What says how a number was taken, not what it is: dropped from the front of a column's name. */
const FRONT = new Set(
  "annual yearly monthly weekly daily total average avg mean median amount amt mnt customer num nr no n".split(" "),
);

/** The same for the end: units. */
const UNITS = new Set("eur euro euros usd dollars gbp pounds pct percent years yrs days".split(" "));

/** At the end as well: what the numbers are. */
const MEASURES = new Set("score index".split(" "));

/** What people call the columns of RFM. */
const PLAINER: ReadonlyMap<string, string> = new Map([
  ["frequency", "orders"],
  ["monetary", "spending"],
  ["monetary total", "spending"],
  ["monetary mean", "spending per order"],
]);

/** The same where numbers are told. */
const MEASURED: ReadonlyMap<string, string> = new Map([
  ...PLAINER,
  ["recency", "time since the last order"],
  ["tenure", "time as a customer"],
]);

/**
 * A plain word or two for each column: "Annual Income (k$)" is income, "num_web_visits" web visits. Each is as short as
 * it can be while no two are alike: first without units and fillers, then without units, then the whole name, and at last
 * with its number. Invisible characters are gone from all of them.
 */
export function featureWords(columns: readonly string[]): readonly string[] {
  return words(columns, (word) => UNITS.has(word) || MEASURES.has(word), PLAINER);
}

/** The same where numbers are told: what they are is kept, so that "Spending Score (1-100)" is spending score. */
export function measureWords(columns: readonly string[]): readonly string[] {
  return words(columns, (word) => UNITS.has(word), MEASURED);
}

function words(
  columns: readonly string[],
  dropped: (last: string) => boolean,
  plainer: ReadonlyMap<string, string>,
): readonly string[] {
  const candidates = columns.map((column, i) => {
    const visible = clean(column) || `column ${i + 1}`;
    const plain = clean(visible.replace(/\([^()]*\)|\[[^[\]]*\]/g, " ").replace(/[_.,;:]/g, " ")) || visible;
    const spaced = plain.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2");
    const bare = withoutFillers(spaced.toLowerCase(), dropped);
    return [plainer.get(bare) ?? bare, plain.toLowerCase(), visible.toLowerCase(), visible].map(cut);
  });
  const taken = columns.map(() => 0);
  const chosen = (): string[] => candidates.map((of, i) => of[taken[i]!]!);
  for (let longer = true; longer; ) {
    longer = false;
    for (const i of alike(chosen())) {
      if (taken[i]! + 1 === candidates[i]!.length) continue;
      taken[i]!++;
      longer = true;
    }
  }
  const final = chosen();
  for (const i of alike(final)) final[i] = `${final[i]} #${i + 1}`;
  return final;
}

/** A value of a text column, short and visible, for a name. */
export function valueWord(value: string): string {
  return cut(clean(value)) || "blank";
}

/** Text with every invisible, control or broken character turned into a space, and no space twice. */
function clean(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Z}]+/gu, " ").trim();
}

function withoutFillers(name: string, dropped: (last: string) => boolean): string {
  const kept = name.replace(/^(number|count) of /, "").split(" ");
  while (kept.length > 1 && FRONT.has(kept[0]!)) kept.shift();
  while (kept.length > 1 && dropped(kept.at(-1)!)) kept.pop();
  return kept.join(" ");
}

function cut(word: string): string {
  const characters = [...word];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join("")}…` : word;
}

/** The places whose text comes again at another place. */
function alike(words: readonly string[]): readonly number[] {
  const count = new Map<string, number>();
  for (const word of words) count.set(word, (count.get(word) ?? 0) + 1);
  return [...words.keys()].filter((i) => count.get(words[i]!)! > 1);
}
