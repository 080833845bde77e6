import { expect, test } from "vitest";
import { packageVersions, thisMachine } from "./machine.ts";

test("versions are those of what is installed", () => {
  expect(packageVersions()).toEqual({
    node: process.versions.node,
    "@kentro/core": expect.stringMatching(/^\d+\.\d+\.\d+/),
    "ml-kmeans": "7.0.1",
    skmeans: "0.11.3",
    "@thi.ng/k-means": "2.0.42",
  });
});

test("the machine has a core and memory", () => {
  const { cores, memoryBytes, platform } = thisMachine();
  expect(cores).toBeGreaterThan(0);
  expect(memoryBytes).toBeGreaterThan(0);
  expect(platform).toContain(process.arch);
});
