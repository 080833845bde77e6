import { mall, mallPreset, type Prediction, type SegmentationModel, segment } from "@kentro/segments";
import { beforeAll, describe, expect, it } from "vitest";
import type { Page } from "./page.ts";
import { predictionText } from "./prediction.ts";

const page: Page = { width: 80, bars: false, blocks: true, bold: false };

let model: SegmentationModel;
let malls: Prediction;
beforeAll(async () => {
  ({ model } = await segment(mall, { features: mallPreset.features, k: 5 }));
  malls = await model.predict(mall);
});

describe("predictionText", () => {
  it("shows each segment's share here beside its share in the model", () => {
    const half = malls.segments.map((each) => ({ ...each, size: each.size * 2, share: each.share / 2 }));
    const text = predictionText({ ...malls, segments: half }, model, page);
    expect(text).toMatch(
      /^200 rows put into the 5 segments of a model of 200 rows\.\n\nRows +200 rows read, all used\n/,
    );
    expect(text).toMatch(/\nSegment +Size +Share +In the model +Name\nA +162 +20\.3 % +40\.5 % +average income/);
  });

  it("quotes the names of columns that have a comma in them", async () => {
    const columns = mall.columns.map((column) =>
      column.name === "Age" ? { ...column, name: "age, in years" } : column,
    );
    const { model } = await segment({ ...mall, columns }, { features: ["income", "age"], k: 2, resamples: 0 });
    const text = predictionText({ ...malls, segments: malls.segments.slice(0, 2) }, model, page);
    expect(text).toContain('\nFeatures  Annual Income (k$), "age, in years" (scale standard)\n');
  });

  it("fits a narrow page", () => {
    const lines = predictionText(malls, model, { ...page, width: 40 }).split("\n");
    expect(lines.filter((line) => line.length > 40)).toEqual([]);
    expect(lines).toContain("Segment  Size   Share   Model  Name");
  });
});
