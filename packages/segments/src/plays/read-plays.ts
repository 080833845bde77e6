import { SegmentsError } from "../error.ts";
import { LEVELS } from "../naming/levels.ts";
import { quoted } from "../quoted.ts";
import type { Play, Trait } from "./play.ts";
import { roleOf } from "./roles.ts";

const MOST_PLAYS = 500;
const MOST_TRAITS = 10;
const LONGEST_TITLE = 100;
const LONGEST_ADVICE = 1000;
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u;

/**
 * Plays from parsed JSON: a list of `{ title, advice, when: [{ of, is: [...] }], addition }`, `addition` optional. Every
 * key must be known. Age may only be a trait of an addition and gender of no play: neither may decide who is offered what.
 * @throws SegmentsError INVALID_PLAYS
 * @example
 * readPlays([{ title: "Call them", advice: "By Friday.", when: [{ of: "spending", is: ["high"] }] }]);
 */
export function readPlays(json: unknown): readonly Play[] {
  return list(json, "the file", MOST_PLAYS).map((play, i) => readPlay(play, `play ${i + 1}`));
}

function readPlay(json: unknown, at: string): Play {
  const { title, advice, when, addition } = fields(json, at, ["title", "advice", "when"], ["addition"]);
  if (addition !== undefined && typeof addition !== "boolean") throw invalid(`"addition" of ${at}`, "true or false");
  const traits = list(when, `"when" of ${at}`, MOST_TRAITS).map((trait, i) =>
    readTrait(trait, `trait ${i + 1} of ${at}`),
  );
  for (const { of } of traits) checkFair(of, addition === true, at);
  return {
    title: text(title, `"title" of ${at}`, LONGEST_TITLE),
    advice: text(advice, `"advice" of ${at}`, LONGEST_ADVICE),
    when: traits,
    ...(addition !== undefined && { addition }),
  };
}

function readTrait(json: unknown, at: string): Trait {
  const { of, is } = fields(json, at, ["of", "is"], []);
  const levels = list(is, `"is" of ${at}`, LEVELS.length).map((given) => {
    const level = LEVELS.find((each) => each === given);
    if (level === undefined) throw invalid(`"is" of ${at}`, `a list of ${LEVELS.map(quoted).join(", ")}`);
    return level;
  });
  return { of: text(of, `"of" of ${at}`, LONGEST_ADVICE), is: levels };
}

function checkFair(of: string, addition: boolean, at: string): void {
  const role = roleOf(of);
  if (role === "gender") {
    throw new SegmentsError("INVALID_PLAYS", `These plays cannot be used: ${at} depends on gender, which no play may.`);
  }
  if (role === "age" && !addition) {
    const message = `These plays cannot be used: ${at} depends on age, which only an addition may ("addition": true): age may change how people are reached, not what they are offered.`;
    throw new SegmentsError("INVALID_PLAYS", message);
  }
}

function fields<K extends string, O extends string>(
  json: unknown,
  at: string,
  keys: readonly K[],
  optional: readonly O[],
): Readonly<Record<K, unknown> & Partial<Record<O, unknown>>> {
  if (typeof json !== "object" || json === null || Array.isArray(json)) throw invalid(at, "an object");
  const own = new Map<string, unknown>(Object.entries(json));
  const known: readonly string[] = [...keys, ...optional];
  for (const key of own.keys()) if (!known.includes(key)) throw invalid(at, `without the unknown key ${quoted(key)}`);
  for (const key of keys) if (!own.has(key)) throw invalid(at, `with the key ${quoted(key)}`);
  return Object.fromEntries(own) as Record<K, unknown> & Partial<Record<O, unknown>>;
}

function list(json: unknown, at: string, most: number): readonly unknown[] {
  if (!Array.isArray(json) || json.length === 0 || json.length > most)
    throw invalid(at, `a list of 1 to ${most} entries`);
  return json;
}

function text(json: unknown, at: string, longest: number): string {
  if (typeof json !== "string" || json.trim() === "" || json.length > longest || INVISIBLE.test(json)) {
    throw invalid(at, `text of 1 to ${longest} visible characters in one line`);
  }
  return json;
}

function invalid(at: string, expected: string): SegmentsError {
  return new SegmentsError("INVALID_PLAYS", `These plays cannot be used: ${at} should be ${expected}.`);
}
