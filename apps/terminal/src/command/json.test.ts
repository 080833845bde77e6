import { mall, mallPreset, type Segmentation, segment } from "@kentro/segments";
import { beforeAll, describe, expect, it } from "vitest";
import { jsonLine, MOST_LABELS, predictionJson, segmentationJson } from "./json.ts";

let malls: Segmentation;
beforeAll(async () => {
  malls = await segment(mall, { features: mallPreset.features, k: 5 });
});

describe("labels", () => {
  it("are an index into the segments, or null for a row left out", () => {
    const labels = Int32Array.of(0, 4, -1);
    expect(segmentationJson({ ...malls, labels }, false)).toMatchObject({ labels: [0, 4, null] });
  });

  it("are left to --out above 100,000 rows, unless they are asked for", async () => {
    const [most, more] = [new Int32Array(MOST_LABELS), new Int32Array(MOST_LABELS + 1)];
    expect(segmentationJson({ ...malls, labels: more }, false)).toMatchObject({ labels: null });
    expect(segmentationJson({ ...malls, labels: most }, false)).toMatchObject({ labels: { length: 100_000 } });
    expect(segmentationJson({ ...malls, labels: more }, true)).toMatchObject({ labels: { length: 100_001 } });
    const prediction = { ...(await malls.model.predict(mall)), labels: more };
    expect(predictionJson(prediction, false)).toMatchObject({ labels: null });
    expect(predictionJson(prediction, true)).toMatchObject({ labels: { length: 100_001 } });
  });
});

describe("jsonLine", () => {
  it("escapes what a terminal would obey, and changes nothing that is read back", () => {
    const object = { "a\u009b31m": "\x1b]0;b\x07", "\u202e": "é\u007f€" };
    const line = jsonLine(object);
    expect(line).not.toMatch(/(?!\n$)[\p{Cc}\u202e]/u);
    expect(line.endsWith("}\n")).toBe(true);
    expect(line).toContain("é");
    expect(JSON.parse(line)).toEqual(object);
  });
});
