import type { Level } from "../naming/levels.ts";
import type { Play, Trait } from "./play.ts";
import type { Standing } from "./standing.ts";
import type { Suggestion } from "./suggestion.ts";

/**
 * What to do about a segment: the first play whose traits all hold, then the additions whose traits hold. A segment
 * about which no play says anything gets none, and no addition either.
 */
export function suggest(plays: readonly Play[], standings: readonly Standing[]): readonly Suggestion[] {
  const fitting = plays.filter(({ when }) => when.every((trait) => standingFor(trait, standings) !== undefined));
  const main = fitting.find(({ addition }) => addition !== true);
  if (main === undefined) return [];
  return [main, ...fitting.filter(({ addition }) => addition === true)].map(({ title, advice, when }) => {
    return { title, advice, because: when.flatMap((trait) => standingFor(trait, standings)?.words ?? []) };
  });
}

/** The standing on the column that a trait means, if the segment has the trait. */
function standingFor({ of, is }: Trait, standings: readonly Standing[]): Standing | undefined {
  const name = of.trim().toLowerCase();
  const standing =
    standings.find(({ role }) => role === name) ?? standings.find(({ column }) => column.trim().toLowerCase() === name);
  return standing !== undefined && is.some((level) => covers(level, standing.level)) ? standing : undefined;
}

/** What is very high is high. */
function covers(asked: Level, level: Level): boolean {
  return asked === level || `very ${asked}` === level;
}
