import { expect } from "vitest";
import { KentroError, type KentroErrorCode } from "../errors.ts";
import type { KMeansFit } from "../model/model.ts";

/** Expects the work to be refused with this code, at this place where there is one, in words that hold `says`. */
export async function expectRefusal(
  work: () => unknown,
  code: KentroErrorCode,
  { row, column, says }: { readonly row?: number; readonly column?: number; readonly says?: string | RegExp } = {},
): Promise<void> {
  const error = await thrownBy(work);
  expect(error).toBeInstanceOf(KentroError);
  expect(error).toMatchObject({ name: "KentroError", code, row, column });
  if (says !== undefined) expect(error).toHaveProperty("message", expect.stringMatching(says));
}

/** What the work threw or its promise was rejected with; a failing expectation where it went well. */
export async function thrownBy(work: () => unknown): Promise<unknown> {
  try {
    await work();
  } catch (error) {
    return error;
  }
  return expect.fail("Expected the work to be refused, but it went well");
}

/** Expects every number to be within `relative` of its counterpart, measured against the largest magnitude. */
export function expectClose(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  relative: number,
  largest: number = largestOf(expected),
): void {
  expect(actual.length).toBe(expected.length);
  for (let at = 0; at < expected.length; at++) {
    if (Math.abs(actual[at] - expected[at]) <= relative * largest) continue;
    expect.fail(`Expected ${expected[at]} within ${relative} of ${largest} at ${at}, got ${actual[at]}`);
  }
}

export function largestOf(values: ArrayLike<number>): number {
  let largest = 0;
  for (let at = 0; at < values.length; at++) largest = Math.max(largest, Math.abs(values[at]));
  return largest;
}

/** All of a fit that is numbers, to be compared to the bit. */
export function partsOf(fit: KMeansFit): Record<string, unknown> {
  const { k, centroids, inertia, iterations, converged, sizes, weightSums, precision, labels, history } = fit;
  return { k, centroids, inertia, iterations, converged, sizes, weightSums, precision, labels, history };
}
