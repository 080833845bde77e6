import { expect, test } from "vitest";
import { readNames } from "./read-names.ts";
import { fault, folderForEachTest } from "./testing/folder.ts";

const folder = folderForEachTest();

test("gives the names of the columns without reading the rows", async () => {
  const path = await folder.file("x.csv", "id;Name, first;age\n1;Ann;3\n2;Bob\n");
  expect(await readNames(path)).toEqual(["id", "Name, first", "age"]);
});

test("says of a file what readTable says", async () => {
  await fault("NOT_FOUND", readNames(folder.path("none.csv")));
});
