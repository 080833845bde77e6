import { expect, test } from "vitest";
import { RESULT } from "../testing/measured.ts";
import { withTables } from "./readme.ts";

test("tables take the place of what stood between the marks", () => {
  const text = withTables("before\n<!-- bench -->\nold\n<!-- /bench -->\nafter\n", RESULT);
  expect(text).toMatchInlineSnapshot(`
    "before
    <!-- bench -->
    Milliseconds, medians of 3 rounds at most; in brackets how many times as long as Kentro. A processor, 2 cores, Node 20.0.0, 2025-01-02; scikit-learn 1.2.1, ml-kmeans 7.0.1. Kentro and scikit-learn in float32, the others in float64, which is all they have.

    | One iteration, one thread each | Kentro | scikit-learn | ml-kmeans |
    | --- | ---: | ---: | ---: |
    | 1,000,000 x 4, k 8, blobs | 5.00 | 40.0 (8.0x) | 150 (30x) |

    | Default fit | Kentro | scikit-learn | ml-kmeans |
    | --- | ---: | ---: | ---: |
    | 1,000,000 x 4, k 8, blobs | 105 | 2,100 (20x) | 9,900 (94x) |
    <!-- /bench -->
    after
    "
  `);
  expect(withTables(text, RESULT)).toBe(text);
});

test("a file without marks is refused", () => {
  expect(() => withTables("nothing here", RESULT)).toThrow("Expected a file with the marks");
});
