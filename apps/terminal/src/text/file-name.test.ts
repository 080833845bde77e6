import { expect, it } from "vitest";
import { fileName } from "./file-name.ts";

it("is the last part of a path, whichever way it is written", () => {
  expect(["mall", "a/b.csv", "C:\\shop\\b.csv", "a/", ""].map(fileName)).toEqual(["mall", "b.csv", "b.csv", "", ""]);
});
