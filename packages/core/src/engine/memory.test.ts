import { KernelMemoryError, Workspace } from "@kentro/kernel";
import { afterEach, describe, it, vi } from "vitest";
import { elbow } from "../elbow/elbow.ts";
import { kmeans } from "../kmeans.ts";
import { expectRefusal } from "../testing/expectations.ts";

/** Work that really needs more than 4 GiB would take minutes: the kernel is made to say so at once. */
function outOfMemory(): never {
  throw new KernelMemoryError(2 ** 33);
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe("work that needs more than 4 GiB is TOO_LARGE", () => {
  const points = [
    [1, 1],
    [2, 2],
    [8, 8],
    [9, 9],
  ];

  it("where points fit but nothing beside them", async () => {
    vi.spyOn(Workspace.prototype, "writePoints").mockImplementation(outOfMemory);
    await expectRefusal(() => kmeans(points, { k: 2 }), "TOO_LARGE", { says: "4 rows x 2 columns to fit the 4 GiB" });
  });

  it("where points fit but not so many clusters", async () => {
    vi.spyOn(Workspace.prototype, "begin").mockImplementation(outOfMemory);
    const says = "4 rows x 2 columns with 2 clusters to fit the 4 GiB";
    await expectRefusal(() => kmeans(points, { k: 2 }), "TOO_LARGE", { says });
    await expectRefusal(() => elbow(points, { kMin: 2 }), "TOO_LARGE", { says });
  });

  it("where a model does not fit", async () => {
    const fit = await kmeans(points, { k: 2 });
    vi.spyOn(Workspace.prototype, "writeCentroids").mockImplementation(outOfMemory);
    await expectRefusal(() => fit.predict(points), "TOO_LARGE", { says: "2 centroids x 2 columns" });
    await expectRefusal(() => fit.transform(points), "TOO_LARGE", { says: "2 centroids x 2 columns" });
  });
});
