/** A key by name: what was typed for a printable one, else `up`, `escape`, `ctrl-c`, ... */
export type KeyName = string;

/** What Ink tells of a key besides its text. */
export interface KeyFlags {
  readonly upArrow: boolean;
  readonly downArrow: boolean;
  readonly leftArrow: boolean;
  readonly rightArrow: boolean;
  readonly pageUp: boolean;
  readonly pageDown: boolean;
  readonly home: boolean;
  readonly end: boolean;
  readonly return: boolean;
  readonly escape: boolean;
  readonly tab: boolean;
  readonly backspace: boolean;
  readonly delete: boolean;
  readonly ctrl: boolean;
  readonly meta: boolean;
}

const NAMED: readonly (readonly [keyof KeyFlags, KeyName])[] = [
  ["upArrow", "up"],
  ["downArrow", "down"],
  ["leftArrow", "left"],
  ["rightArrow", "right"],
  ["pageUp", "pageUp"],
  ["pageDown", "pageDown"],
  ["home", "home"],
  ["end", "end"],
  ["return", "enter"],
  ["escape", "escape"],
  ["tab", "tab"],
  ["backspace", "backspace"],
  // Terminals send DEL for the key that takes back a letter, and Ink calls that `delete`.
  ["delete", "backspace"],
];

/** The keys in one piece of input: typed ahead while the program was busy, several may come as one. */
export function keysOf(input: string, flags: KeyFlags): readonly KeyName[] {
  const named = NAMED.find(([flag]) => flags[flag]);
  if (named !== undefined) return [named[1]];
  if (flags.ctrl) return [`ctrl-${input}`];
  if (UNKNOWN_SEQUENCE.test(input)) return [];
  // Esc and the key after it come as one where they are typed quickly, or the program is busy.
  if (flags.meta) return ["escape", ...keysOf(input, { ...flags, meta: false })];
  return Array.from(input, (character) => CONTROL[character] ?? character);
}

const LABELS: Readonly<Record<KeyName, string>> = {
  ...{ up: "↑", down: "↓", left: "←", right: "→", pageUp: "PgUp", pageDown: "PgDn", home: "Home", end: "End" },
  ...{ space: "Space", enter: "Enter", escape: "Esc", tab: "Tab", backspace: "Backspace" },
};

/** How a key is written for people: `Esc`, `Ctrl-C`, `r`. */
export function keyLabel(key: KeyName): string {
  const [, letter] = /^ctrl-(.)$/.exec(key) ?? [];
  return letter === undefined ? (LABELS[key] ?? key) : `Ctrl-${letter.toUpperCase()}`;
}

/**
 * What is left of an escape sequence that Ink does not know: it begins with `[` and a number, or with `O`; or it tells that the
 * window has or has lost the focus, which another program may have asked for.
 */
const UNKNOWN_SEQUENCE = /^(?:\[[\d<=>?][\d:;<=>?]*[@-~]|\[[IO]|O[A-Za-z])$/;

const CONTROL: Readonly<Record<string, KeyName>> = {
  " ": "space",
  "\t": "tab",
  "\r": "enter",
  "\n": "enter",
  "\x03": "ctrl-c",
  "\x1a": "ctrl-z",
  "\x15": "ctrl-u",
  "\x7f": "backspace",
};
