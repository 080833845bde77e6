import { mall, mallPreset, type SegmentOptions, segment, type Table } from "@kentro/segments";
import { type ReportOptions, report } from "../../report.ts";
import { type Filling, filled } from "../filled.ts";
import { tableOf, twoCrowds } from "../tables.ts";

/** Reports of every sort, to be looked at in a browser. */
export const reports: Readonly<Record<string, () => Promise<string>>> = {
  mall: () => made(mall, mallPreset, {}),
  shop: () => made(shop(), { features: shopFeatures, k: 4 }, { value: "Total spent (€)" }, { rows: true }),
  "without structure": () => made(noise(), { kMax: 6 }, {}),
  "of one segment": () => made(mall, { k: 1 }, {}),
  "of thirty segments": () => made(mall, { k: 30 }, {}),
  "of sixty columns": () => made(wide(), { k: 3 }, { value: "column 7 of the table" }),
  "of one customer": () =>
    made(tableOf({ income: [5], town: ["Ulm"] }), { features: ["income"], k: 1, scale: "none" }, {}),
  "of huge and tiny numbers": () => made(extreme(), { k: 2 }, { value: "huge" }),
  "of a stranger's file": () => made(stranger, { k: 2 }, {}, { title: evil, command: `kentro segment '${evil}'` }),
};

/** Text that would run if it were not escaped. */
export const evil = `<script>document.title = "run"</script><img src=x onerror="document.title = 'run'">`;

const stranger = twoCrowds(
  [`${evil} income`, `"'><svg onload=alert(1)> spend`, `town ${evil}`],
  [evil, "</style>&lt;"],
);

async function made(
  table: Table,
  options: SegmentOptions,
  filling: Filling,
  said: Partial<ReportOptions> = {},
): Promise<string> {
  const found = filled(await segment(table, { ...options, resamples: 0 }), table, filling);
  return await report(found, table, {
    title: "Customer segments",
    command: "kentro segment FILE --report report.html",
    ...said,
  });
}

const shopFeatures = ["Recency (days)", "Frequency", "Average basket (€)", "Age", "Annual income", "Discount share"];

/** Customers of a shop in four crowds: six features, categories, and what they spent. */
function shop(): Table {
  const centers = [
    [20, 14, 60, 34, 52_000, 0.1],
    [120, 3, 140, 55, 81_000, 0.05],
    [200, 2, 25, 24, 23_000, 0.6],
    [60, 8, 35, 44, 39_000, 0.4],
  ];
  const spreads = [15, 1, 10, 5, 5000, 0.06];
  const random = seeded(5);
  const customers = Array.from({ length: 400 }, (_, i) => {
    const crowd = [0, 0, 0, 1, 1, 2, 2, 2, 2, 3][i % 10]!;
    const cells = centers[crowd]!.map((center, j) =>
      Math.max(0.01, center + (random() + random() - 1) * spreads[j]! * 2),
    );
    return { crowd, cells };
  });
  const towns = ["Berlin", "Hamburg", "München", "Köln", "Leipzig", "Frankfurt am Main", "Bremen"];
  return tableOf({
    ...Object.fromEntries(shopFeatures.map((name, j) => [name, customers.map(({ cells }) => cells[j]!)])),
    "Total spent (€)": customers.map(({ cells }) => cells[1]! * cells[2]!),
    "Channel of first order": customers.map(({ crowd }) => {
      return random() < [0.7, 0.2, 0.9, 0.5][crowd]! ? "Online shop" : random() < 0.5 ? "Store" : "Telephone";
    }),
    City: customers.map(() => towns[Math.floor(random() * towns.length)]!),
  });
}

function noise(): Table {
  const random = seeded(3);
  const column = () => Array.from({ length: 300 }, () => random() * 100);
  return tableOf({ a: column(), b: column(), c: column() });
}

function wide(): Table {
  const random = seeded(9);
  const columns = Array.from({ length: 60 }, (_, j) => [
    `column ${j} of the table${j % 9 === 0 ? " with-a-long-name-that-goes-on-and-on-without-any-space-in-it" : ""}`,
    Array.from({ length: 90 }, (_, i) => 10 + (i % 3) * (j % 4) + random()),
  ]);
  return tableOf(Object.fromEntries(columns));
}

function extreme(): Table {
  const random = seeded(2);
  const column = (unit: number) => Array.from({ length: 60 }, (_, i) => ((i % 2) * 8 + random() + 1) * unit);
  return tableOf({ huge: column(1e14), tiny: column(1e-9), negative: column(-1e7), millions: column(123_456_789) });
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
