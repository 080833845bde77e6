import { describe, expect, it } from "vitest";
import { normalQuantile } from "./normal.ts";

describe("normalQuantile", () => {
  it.each([
    [1e-10, -6.361340902404056],
    [1e-4, -3.7190164854556804],
    [0.01, -2.3263478740408408],
    [0.02425, -1.972961051311885],
    [0.1, -1.2815515655446004],
    [0.3, -0.5244005127080409],
    [0.5, 0],
    [0.8, 0.8416212335729143],
    [0.95, 1.6448536269514722],
    [0.999, 3.090232306167813],
  ])("of %d is %d to nine digits, as Acklam promises", (p, expected) => {
    expect(Math.abs(normalQuantile(p) - expected)).toBeLessThanOrEqual(1.15e-9 * Math.abs(expected));
  });
});
