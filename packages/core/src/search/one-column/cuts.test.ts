import { expect, it } from "vitest";
import { Pace } from "../../pace.ts";
import { Random } from "../../random.ts";
import { bestCuts } from "./cuts.ts";
import { distinctValues } from "./distinct-values.ts";
import { Layer } from "./layer.ts";
import { Moments } from "./moments.ts";

it("bestCuts finds among many values, where cuts can be, what the whole table holds", async () => {
  const random = new Random(3);
  const pace = new Pace();
  const column = Float32Array.from({ length: 30_000 }, () => Math.exp(random.normal()));
  const k = 40;
  const values = await distinctValues(column, null, pace);
  const n = values.values.length;
  const moments = await Moments.over(values, pace);
  const layers: Layer[] = [];
  for (let runs = 1; runs <= k; runs++) {
    layers.push(new Layer(values, moments, { low: runs, high: n }, layers.at(-1) ?? null));
    await layers[runs - 1].fill(pace);
  }
  const begins = new Int32Array(k);
  for (let run = k - 1, end = n; run > 0; run--) {
    end = layers[run].cut(end);
    begins[run] = end;
  }
  expect(await bestCuts(values, k, k, pace)).toEqual([begins]);
});
