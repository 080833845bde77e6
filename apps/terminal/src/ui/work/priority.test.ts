import { expect, it } from "vitest";
import { giveWay } from "./priority.ts";

/** The priority after a thread of `priority` has given way. */
function after(platform: NodeJS.Platform, priority: number): number {
  let now = priority;
  const setPriority = (asked: number): void => {
    now = asked;
  };
  giveWay(platform, { getPriority: () => now, setPriority });
  return now;
}

it("gives way to the thread with the terminal, where a thread has a priority of its own", () => {
  expect(after("linux", 0)).toBe(2);
  expect(after("darwin", 0)).toBe(0);
  expect(after("win32", 0)).toBe(0);
});

it("never asks for a higher priority than it has", () => {
  expect(after("linux", 10)).toBe(10);
});

it("goes on where it is not allowed", () => {
  const setPriority = (): void => {
    throw new Error("EACCES");
  };
  expect(() => giveWay("linux", { getPriority: () => 0, setPriority })).not.toThrow();
});
