import { describe, expect, it } from "vitest";
import { kmeans } from "../kmeans.ts";
import { expectRefusal } from "../testing/expectations.ts";
import { normalRows, singleOf } from "../testing/points.ts";
import { KMeansModel } from "./model.ts";

const points = normalRows(90, 2, 1).map(([x, y]) => [x + 1000, y * 1e-200]);
const weights = points.map((_, row) => row % 3);
const fit = await kmeans(points, { k: 3, restarts: 2, weights });

/** The saved model with one thing changed, reached by keys. */
function damaged(path: readonly (string | number)[], value: unknown): unknown {
  const file = JSON.parse(JSON.stringify(fit));
  let at = file;
  for (const key of path.slice(0, -1)) at = at[key];
  if (value === undefined) delete at[path.at(-1) ?? ""];
  else at[path.at(-1) ?? ""] = value;
  return file;
}

describe("toJSON", () => {
  it("is plain JSON of format kentro-kmeans, version 1, without labels", () => {
    const json = fit.toJSON();
    expect(json).toMatchObject({ format: "kentro-kmeans", version: 1, k: 3, columns: 2, precision: "float64" });
    expect(json).not.toHaveProperty("labels");
    expect(JSON.parse(JSON.stringify(fit))).toEqual(json);
    expect(json.centroids.flat()).toEqual(Array.from(fit.centroids.data));
  });

  it("reads back to the same model, parsed or as text", async () => {
    const { k, centroids, inertia, iterations, converged, sizes, weightSums, precision, frame } = fit;
    const model = { k, centroids, inertia, iterations, converged, sizes, weightSums, precision, frame };
    for (const json of [fit.toJSON(), JSON.parse(JSON.stringify(fit)), JSON.stringify(fit)]) {
      const read = KMeansModel.fromJSON(json);
      expect(read).toBeInstanceOf(KMeansModel);
      expect({ ...read }).toEqual(model);
      expect(await read.predict(points)).toEqual(fit.labels);
    }
    expect(KMeansModel.fromJSON(JSON.stringify(KMeansModel.fromJSON(fit.toJSON()))).toJSON()).toEqual(fit.toJSON());
  });

  it("keeps the precision of a float32 model", async () => {
    const single = singleOf(normalRows(90, 2, 1));
    const model = await kmeans(single, { k: 3, restarts: 2 });
    const read = KMeansModel.fromJSON(JSON.stringify(model));
    expect(read.precision).toBe("float32");
    expect(await read.predict(single)).toEqual(model.labels);
  });
});

describe("fromJSON refuses", () => {
  it.each([["{"], [""], ["NaN"], ["kentro"]])("text that is no JSON: %j", async (text) => {
    await expectRefusal(() => KMeansModel.fromJSON(text), "INVALID_MODEL", { says: "not JSON" });
  });

  it.each([
    [null],
    [undefined],
    [7],
    ["7"],
    ["null"],
    [[]],
    ["[]"],
    [{}],
    [{ format: "kentro-segmentation", version: 1 }],
  ])("what is not ours: %j", async (json) => {
    await expectRefusal(() => KMeansModel.fromJSON(json), "INVALID_MODEL", { says: "a model that Kentro saved" });
  });

  it("a newer version, saying so", async () => {
    await expectRefusal(() => KMeansModel.fromJSON(damaged(["version"], 2)), "NEWER_MODEL", {
      says: "got version 2.*newer",
    });
  });

  const bad = [undefined, null, "1", true, {}, Number.NaN, Number.POSITIVE_INFINITY];
  it.each<[string, readonly (string | number)[], readonly unknown[]]>([
    ["version", ["version"], [undefined, null, 0, "1", 0.5, Number.NaN]],
    ["k", ["k"], [...bad, 0, 2, 4, 1.5, -3]],
    ["columns", ["columns"], [...bad, 0, 1, 3, 1.5]],
    ["precision", ["precision"], [undefined, null, "float16", 64]],
    ["centroids", ["centroids"], [...bad, [], [[1, 2]], [1, 2, 3]]],
    ["one of the centroids", ["centroids", 1], [null, 7, [], [1], [1, 2, 3], { 0: 1, 1: 2, length: 2 }]],
    ["a number of a centroid", ["centroids", 1, 0], [null, "1", Number.NaN, Number.NEGATIVE_INFINITY, [1]]],
    ["inertia", ["inertia"], [...bad, -1]],
    ["iterations", ["iterations"], [...bad, -1, 0, 1.5]],
    ["converged", ["converged"], [undefined, null, 1, "true"]],
    ["sizes", ["sizes"], [...bad, [], [1, 2], [1, 2, 3, 4], [1, 2, -3], [1, 2, 0.5], [1, 2, null]]],
    ["weightSums", ["weightSums"], [...bad, [], [1, 2], [1, 2, -3], [1, 2, Number.NaN]]],
    ["frame", ["frame"], [undefined, null, 1, []]],
    ["origin", ["frame", "origin"], [...bad, [], [1], [1, 2, 3], [1, Number.NaN]]],
    ["scale", ["frame", "scale"], [...bad, 0, -1, 3, 0.3]],
  ])("a damaged %s", async (_, path, values) => {
    for (const value of values) {
      await expectRefusal(() => KMeansModel.fromJSON(damaged(path, value)), "INVALID_MODEL", {
        says: "but .* should be",
      });
    }
  });
});
