import { expect, test } from "vitest";
import { pretend } from "../testing/pretend.ts";
import { inTurns } from "./rounds.ts";

test("all take turns, another one begins each round, and who has fewer rounds ends early", async () => {
  const log: string[] = [];
  const turn = (name: string, rounds: number) => ({
    identity: pretend(name),
    rounds,
    take: async (round: number) => {
      log.push(`${name}${round}`);
    },
  });
  await inTurns([turn("a", 3), turn("b", 3), turn("c", 1)], () => {});
  expect(log).toEqual(["a0", "b0", "c0", "b1", "a1", "a2", "b2"]);
});

test("what is done is said", async () => {
  const said: string[] = [];
  const take = async (): Promise<void> => {};
  await inTurns([{ identity: pretend("a"), rounds: 2, take }], (doing) => said.push(doing));
  expect(said).toEqual(["a float64, 1 thread, round 1 of 2", "a float64, 1 thread, round 2 of 2"]);
});
