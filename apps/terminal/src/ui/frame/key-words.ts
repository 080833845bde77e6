/** What a screen reader skips, or says alike for two keys. */
const WORDS: Readonly<Record<string, string>> = {
  "?": "question mark",
  ":": "colon",
  "[": "left bracket",
  "]": "right bracket",
  "<": "less-than sign",
  ">": "greater-than sign",
  "+": "plus",
  "-": "minus",
  "/": "slash",
  "&": "ampersand",
  "~": "tilde",
  "↑": "up",
  "↓": "down",
  "←": "left",
  "→": "right",
  PgUp: "page up",
  PgDn: "page down",
  Esc: "Escape",
};

/** The label of keys as one says it: "[ ]" is "left bracket, right bracket", "N" is "capital N". */
export function keyWords(label: string): string {
  return label.split(" ").map(wordsOf).join(", ");
}

function wordsOf(key: string): string {
  return WORDS[key] ?? (/^\p{Lu}$/u.test(key) ? `capital ${key}` : key);
}
