import type { Identity } from "../contenders/contender.ts";
import { titleOf } from "../contenders/contender.ts";

/** Says what is done at the moment. */
export type Saying = (doing: string) => void;

/** One who takes turns. */
export interface Turn {
  readonly identity: Identity;
  readonly rounds: number;
  /** What is done in a round, counted from 0. */
  take(round: number): Promise<void>;
}

/** Lets all take turns, so that whatever else the machine does meets them all; another one begins each round. */
export async function inTurns(turns: readonly Turn[], say: Saying): Promise<void> {
  const most = Math.max(0, ...turns.map(({ rounds }) => rounds));
  for (let round = 0; round < most; round++) {
    const first = round % turns.length;
    for (const { identity, rounds, take } of [...turns.slice(first), ...turns.slice(0, first)]) {
      if (round >= rounds) continue;
      say(`${titleOf(identity)}, round ${round + 1} of ${rounds}`);
      await take(round);
    }
  }
}
