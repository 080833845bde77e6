import type { SavedCategoryFeature, SavedFeature } from "../model/saved-feature.ts";
import { width } from "../model/saved-feature.ts";
import type { SegmentationModel } from "../model/segmentation-model.ts";
import { noWords, yesWords } from "../preparation/yes-no.ts";
import { Random } from "../random.ts";
import type { Table } from "../table.ts";
import { madeModel, numberFeature } from "./made-model.ts";
import { tableOf } from "./table.ts";

/** Names that end a name, a text or a comment where they are not quoted, or that are no plain key of an object. */
const names = [
  'a"b',
  "x.y",
  "it's",
  "emoji 🙂",
  "__proto__",
  "select",
  "back\\slash",
  "`tick`",
  "line\nbreak",
  "-- no",
];
const texts = ["a", "b'c", "d\\e", "ü🙂", '"q"', "__proto__", "1", "two\nlines"];
const numbers = ["-1.5", "0", "1e+21", "3"];
const words = [...yesWords, ...noWords, " Yes", "NON", "TRUE "];

/** A model of one to five features prepared in every way there is, and rows that it can label, some without a value. */
export function madeRecipe(seed: number): { readonly model: SegmentationModel; readonly table: Table } {
  const random = new Random(seed);
  const rows = 2 + random.below(40);
  const made = some(random, names, 5).map((name) => madeFeature(random, name, rows));
  const features = made.map(({ feature }) => feature);
  const total = features.reduce((sum, feature) => sum + width(feature), 0);
  const centroids = Array.from({ length: 1 + random.below(5) }, () => {
    return Array.from({ length: total }, () => (random.below(3) === 0 ? random.below(5) - 2 : between(random, -3, 3)));
  });
  const table = tableOf(made.map(({ feature, cells }) => [feature.name, cells] as const));
  return { model: madeModel(features, centroids, texts), table };
}

type Cells = readonly (number | null)[] | readonly (string | null)[];

function madeFeature(random: Random, name: string, rows: number): { feature: SavedFeature; cells: Cells } {
  const fill = <T>(cell: () => T): (T | null)[] => {
    return Array.from({ length: rows }, (_, row) => (row > 0 && random.below(6) === 0 ? null : cell()));
  };
  const spread = between(random, 0.1, 20);
  const weight = [1, 2, 0.3][random.below(3)]!;
  const kind = random.below(5);
  if (kind < 2) {
    const log = random.below(2) === 0;
    const number = () => between(random, log ? -0.9 : -100, 100);
    const [low, high] = [number(), number()].sort((a, b) => a - b) as [number, number];
    const clip = random.below(2) === 0 ? { low, high } : null;
    const missing = random.below(2) === 0 ? number() : null;
    const center = between(random, -3, 5);
    // Whole numbers among them: what is cut where they are is on the border.
    const cells = fill(() => (random.below(3) === 0 ? Math.ceil(number()) : number()));
    return { feature: numberFeature(name, { log, clip, missing, center, spread, weight }), cells };
  }
  const missing = random.below(2) === 0;
  if (kind === 2) {
    const rest = { yesNo: true, missing: missing ? random.below(2) : null, center: 0.4, spread, weight };
    return { feature: numberFeature(name, rest), cells: fill(() => words[random.below(words.length)]!) };
  }
  const values: SavedCategoryFeature["values"] = kind === 3 ? "text" : "number";
  const categories = some(random, values === "text" ? texts : numbers, 4);
  const category = () => categories[random.below(categories.length)]!;
  const cells = values === "text" ? fill(category) : fill(() => Number(category()));
  return { feature: { name, type: "category", values, categories, missing, spread, weight }, cells };
}

function between(random: Random, least: number, most: number): number {
  return least + (random.bits() / 2 ** 32) * (most - least);
}

/** One to `most` of them. */
function some(random: Random, all: readonly string[], most: number): string[] {
  return Array.from(random.sample(1 + random.below(most), all.length), (i) => all[i]!);
}
