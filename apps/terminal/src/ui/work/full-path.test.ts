import { resolve } from "node:path";
import { expect, it } from "vitest";
import { fullPath } from "./full-path.ts";

it("starts where the user stands, or at home", () => {
  expect(fullPath("out.csv")).toBe(resolve("out.csv"));
  expect(fullPath("out.csv", "/shop")).toBe(resolve("/shop/out.csv"));
  expect(fullPath("/tmp/out.csv", "/shop")).toBe(resolve("/tmp/out.csv"));
  expect(fullPath("~/out.csv", "/shop", "/home/ann")).toBe(resolve("/home/ann/out.csv"));
  expect(fullPath("~", "/shop", "/home/ann")).toBe(resolve("/home/ann"));
  expect(fullPath("~ann.csv", "/shop", "/home/ann")).toBe(resolve("/shop/~ann.csv"));
});
