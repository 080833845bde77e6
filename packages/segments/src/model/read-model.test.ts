import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { SegmentsError } from "../error.ts";
import { mall, mallPreset } from "../mall.ts";
import { segment } from "../segment.ts";
import { tableOf } from "../testing/table.ts";
import { readModel } from "./read-model.ts";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

let text: string;
/** Clustered by a category too, with a segment of a few customers. */
let mixed: string;

beforeAll(async () => {
  const { model } = await segment(mall, { ...mallPreset, k: 3, resamples: 0 });
  text = JSON.stringify(model);
  const far = tableOf({
    income: [...Array.from({ length: 20 }, (_, i) => 10 + (i % 5)), 900, 910],
    town: [...Array.from({ length: 20 }, (_, i) => (i % 4 === 0 ? null : "a")), "b", "b"],
  });
  const options = { features: ["income"], categorical: ["town"], log: ["income"], clip: [0, 0.95] } as const;
  const { model: other } = await segment(far, { ...options, k: 2, missing: ["median", "category"], resamples: 0 });
  mixed = JSON.stringify(other);
});

/** The saved segmentation with the value at a path replaced; undefined takes the key away. */
function changed(path: readonly (string | number)[], value: unknown, saved = text): unknown {
  const file: unknown = JSON.parse(saved);
  let place: unknown = file;
  for (const key of path.slice(0, -1)) place = Reflect.get(Object(place), key);
  const last = path.at(-1) ?? "";
  if (value === undefined) Reflect.deleteProperty(Object(place), last);
  else Reflect.set(Object(place), last, value);
  return file;
}

const reading = (json: unknown) => () => readModel(json);
const invalid = expect.objectContaining({ code: "INVALID_MODEL" });

test("what was saved is read", () => {
  expect(readModel(JSON.parse(text))).toMatchObject({ rows: 200, scale: "standard", seed: 0 });
});

test("a segment may have a note, and need not", () => {
  const note = "<script>, =cmd() and __proto__";
  const { segments } = readModel(changed(["segments", 1, "note"], note));
  expect(segments.map((each) => each.note)).toEqual([null, note, null]);
});

test.each([null, 5, "text", [], {}, { format: "kentro-kmeans", version: 1 }])("%j is no saved segmentation", (json) => {
  expect(reading(json)).toThrow('This is no saved segmentation: its format is not "kentro-segmentation".');
  expect(reading(json)).toThrow(invalid);
});

test("a newer version asks for an update", () => {
  expect(reading(changed(["version"], 2))).toThrow(
    "This segmentation was saved by a newer Kentro (version 2 of the format): update Kentro to read it.",
  );
  expect(reading(changed(["version"], 2))).toThrow(expect.objectContaining({ code: "NEWER_MODEL" }));
});

describe("refused with its place is", () => {
  test.each<[string, (string | number)[], unknown, string]>([
    ["a version that never was", ["version"], 0, "version should be 1"],
    ["a version that is no number", ["version"], "1", "version should be 1"],
    ["an unknown key", ["extra"], 1, 'the file should be without the unknown key "extra"'],
    ["a missing key", ["seed"], undefined, "seed should be there"],
    ["an unknown scale", ["scale"], "log", "scale should be one of standard, minmax, robust, none"],
    ["no rows", ["rows"], 0, "rows should be a whole number from 1"],
    ["half a row", ["rows"], 200.5, "rows should be a whole number from 1"],
    ["rows that the sizes do not make up", ["rows"], 201, "segments[0].share should be size / rows"],
    ["a negative seed", ["seed"], -1, "seed should be a whole number from 0"],
    ["no features", ["features"], [], "features should be a list of 1 to 1000 entries"],
    ["a feature that is no object", ["features", 0], 7, 'features[0].type should be "numeric" or "category"'],
    ["a feature without a name", ["features", 0, "name"], 7, "features[0].name should be text"],
    ["a name too long", ["features", 0, "name"], "x".repeat(1001), "features[0].name should be text of at most 1000"],
    [
      "two features of one name",
      ["features", 1, "name"],
      "Annual Income (k$)",
      "features should be of names that differ",
    ],
    [
      "an infinite center",
      ["features", 0, "center"],
      Number.POSITIVE_INFINITY,
      "features[0].center should be a number",
    ],
    ["a center that is NaN", ["features", 0, "center"], Number.NaN, "features[0].center should be a number"],
    ["a center beyond all reason", ["features", 0, "center"], 1e200, "features[0].center should be a number"],
    ["a spread of 0", ["features", 0, "spread"], 0, "features[0].spread should be a number"],
    ["a negative spread", ["features", 0, "spread"], -1, "features[0].spread should be a number"],
    ["a segment list that is none", ["segments"], { length: 3 }, "segments should be a list"],
    ["a letter that is none", ["segments", 1, "letter"], "é", "segments[1].letter should be a letter from A to Z"],
    ["two segments of one letter", ["segments", 1, "letter"], "A", "segments should be of a letter each that differ"],
    ["a nameless segment", ["segments", 1, "name"], " ", "segments[1].name should be a name in visible characters"],
    [
      "a name with an escape code",
      ["segments", 1, "name"],
      "a\u001b[2J",
      "segments[1].name should be a name in visible",
    ],
    [
      "a name that turns text around",
      ["segments", 1, "name"],
      "a\u202eb",
      "segments[1].name should be a name in visible",
    ],
    ["a note that is no text", ["segments", 1, "note"], null, "segments[1].note should be text"],
    [
      "an empty note",
      ["segments", 1, "note"],
      "",
      "segments[1].note should be a note of at most 1000 visible characters",
    ],
    ["a note with a line break", ["segments", 1, "note"], "a\nb", "segments[1].note should be a note of at most 1000"],
    ["a note too long", ["segments", 1, "note"], "x".repeat(1001), "segments[1].note should be a note of at most 1000"],
    ["a negative size", ["segments", 1, "size"], -1, "segments[1].size should be a whole number from 0 to 200"],
    ["a size that is not the cluster's", ["segments", 0, "size"], 122, "segments[0].share should be size / rows"],
    ["a cluster that is not there", ["segments", 1, "cluster"], 3, "segments[1].cluster should be a whole number"],
    ["a share above 1", ["segments", 1, "share"], 2, "segments[1].share should be a number from 0 to 1"],
    ["a centroid too short", ["segments", 1, "centroid"], [1], "segments[1].centroid should be a list of 2 entries"],
    ["a centroid with a gap", ["segments", 1, "centroid", 0], null, "segments[1].centroid[0] should be a number"],
    ["a model that is none", ["kmeans"], 5, "kmeans: Expected a model that Kentro saved"],
    ["a model text", ["kmeans"], "{}", "kmeans should be an object"],
    ["a damaged model", ["kmeans", "centroids", 0], [1], "kmeans: Expected a model that Kentro saved"],
    ["a model of float32", ["kmeans", "precision"], "float32", "kmeans should be of precision float64"],
    ["a centroid out of range", ["kmeans", "centroids", 0, 0], 1e101, "kmeans should be with centroids up to 1e+100"],
  ])("%s", (_, path, value, message) => {
    expect(reading(changed(path, value))).toThrow(`This is no valid saved segmentation: ${message}`);
    expect(reading(changed(path, value))).toThrow(invalid);
  });

  test.each<[string, (string | number)[], unknown, string]>([
    [
      "a feature of no known type",
      ["features", 0, "type"],
      "date",
      'features[0].type should be "numeric" or "category"',
    ],
    [
      "a number that is a category",
      ["features", 0, "type"],
      "category",
      "features[0] should be without the unknown key",
    ],
    ["a logarithm that is no flag", ["features", 0, "log"], 1, "features[0].log should be true or false"],
    ["ends that are none", ["features", 0, "clip"], [1, 2], "features[0].clip should be an object"],
    [
      "ends the wrong way round",
      ["features", 0, "clip"],
      { low: 2, high: 1 },
      "features[0].clip.high should be a number",
    ],
    ["a median that is text", ["features", 0, "missing"], "5", "features[0].missing should be a number"],
    ["a weight of 0", ["features", 0, "weight"], 0, "features[0].weight should be a number"],
    ["a weight beyond all reason", ["features", 0, "weight"], 1e7, "features[0].weight should be a number"],
    ["no categories", ["features", 1, "categories"], [], "features[1].categories should be a list of 1 to 50 entries"],
    ["too many", ["features", 1, "categories"], new Array(51).fill("a"), "features[1].categories should be a list"],
    [
      "the same twice",
      ["features", 1, "categories"],
      ["a", "a"],
      "features[1].categories should be of texts that differ",
    ],
    ["a category that is no text", ["features", 1, "categories", 0], 7, "features[1].categories[0] should be text"],
    [
      "one too many for the centroids",
      ["features", 1, "categories", 2],
      "c",
      "segments[0].centroid[1] should be a list",
    ],
    ["values of another kind", ["features", 1, "values"], "date", 'features[1].values should be "text" or "number"'],
    ["a share over 1", ["segments", 0, "centroid", 1, 0], 1.5, "segments[0].centroid[1][0] should be a number"],
    ["a number for shares", ["segments", 0, "centroid", 1], 1, "segments[0].centroid[1] should be a list"],
    ["shares for a number", ["segments", 0, "centroid", 0], [1], "segments[0].centroid[0] should be a number"],
    [
      "a large segment without its centroid",
      ["segments", 0, "centroid"],
      null,
      "segments[0].centroid should be a list",
    ],
    ["what two customers are like", ["segments", 1, "centroid"], [1, [0, 1, 0]], "segments[1].centroid should be null"],
  ])("%s", (_, path, value, message) => {
    expect(reading(changed(path, value, mixed))).toThrow(`This is no valid saved segmentation: ${message}`);
    expect(reading(changed(path, value, mixed))).toThrow(invalid);
  });

  test("more coordinates than a thousand", () => {
    const features = Array.from({ length: 21 }, (_, i) => ({
      ...{ name: `c${i}`, type: "category", values: "text", missing: false, spread: 1, weight: 1 },
      categories: Array.from({ length: 50 }, (_, j) => String(j)),
    }));
    expect(reading(changed(["features"], features))).toThrow("features should be of at most 1000 coordinates");
  });

  test("a model of another number of segments", () => {
    const file = changed(["segments", 2], undefined);
    Reflect.set(Object(Reflect.get(Object(file), "segments")), "length", 2);
    expect(reading(file)).toThrow(invalid);
  });

  test("a thousand and one segments", () => {
    expect(reading(changed(["segments"], new Array(1001).fill({})))).toThrow("segments should be a list of 1 to 1000");
  });

  test("a key that would reach the prototype", () => {
    for (const place of ["{", '"features":[{']) {
      const evil = text.replace(place, `${place}"__proto__":{"polluted":1},`);
      expect(reading(JSON.parse(evil))).toThrow('without the unknown key "__proto__"');
    }
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });
});

test.each([
  ["numbers", () => text],
  ["categories too", () => mixed],
])("whatever is damaged in a model of %s, it is refused as a model or read, and nothing else is thrown", (_, saved) => {
  const places: (string | number)[][] = [];
  const walk = (value: Json, path: (string | number)[]): void => {
    if (path.length > 0) places.push(path);
    if (Array.isArray(value)) for (const [i, each] of value.entries()) walk(each, [...path, i]);
    else if (typeof value === "object" && value !== null) {
      for (const [key, each] of Object.entries(value)) walk(each, [...path, key]);
    }
  };
  walk(JSON.parse(saved()), []);
  const value = fc.oneof(fc.jsonValue(), fc.constantFrom(undefined, Number.NaN, Number.POSITIVE_INFINITY, 1e308, -0));
  fc.assert(
    fc.property(fc.nat(places.length - 1), value, (at, damage) => {
      const path = places[at] ?? [];
      try {
        readModel(changed(path, damage, saved()));
      } catch (error) {
        expect(error).toBeInstanceOf(SegmentsError);
        if (path[0] !== "version") expect(error).toMatchObject({ code: "INVALID_MODEL" });
      }
    }),
    { seed: 5, numRuns: 1000 },
  );
});
