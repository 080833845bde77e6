import { truncateSync, writeFileSync } from "node:fs";
import { csvOf, ordersCsv, shop } from "./shop.ts";

/** A command that cannot be done on the files that `makeFiles` makes, and what the sentence about it must mention. */
export type Ask = readonly [command: string, says: string];

const RFM = "rfm orders.csv --customer id --date ordered_at --amount total";

/** Commands that end with exit code 1: a file or what is in it is at fault. */
export const ASKS: readonly Ask[] = [
  // Orders.
  ["rfm orders.csv --customer who --date ordered_at --amount total", 'no column "who"'],
  ["rfm orders.csv --customer id --date order --amount total", '"order"'],
  ["rfm orders.csv --customer id --date ordered_at --amount order", '"order" holds text'],
  ["rfm orders.csv --customer id --date ordered_at --amount id", "two columns"],
  [`${RFM} --as-of 2020-01-01`, "no order up to 2020-01-01"],
  [`${RFM} --order line`, 'no column "line"'],
  [`${RFM} --value profit`, 'no column "profit"'],
  [`${RFM} --features margin`, 'no column "margin"'],
  ["rfm shop.csv --customer customer --date visits --amount spending", '"visits"'],
  ["rfm returns.csv --customer id --date day --amount total", "every amount"],
  ["rfm none.csv --customer id --date day --amount total", "no rows"],
  // Models.
  ["predict shop.csv shop.csv", "it is not JSON"],
  ["predict empty.json shop.csv", "it is not JSON"],
  ["predict plays.json shop.csv", "This is no saved segmentation"],
  ["predict list.json shop.csv", "This is no saved segmentation"],
  ["predict deep.json shop.csv", "This is no saved segmentation"],
  ["predict huge.json shop.csv", "larger than 64 MiB"],
  ["predict proto.json shop.csv", "This is no saved segmentation"],
  ["predict nan.json shop.csv", "it is not JSON"],
  ["predict infinite.json shop.csv", "should be"],
  ["predict later.json shop.csv", "update Kentro"],
  ["predict more.json shop.csv", 'unknown key "more"'],
  ["predict many.json shop.csv", "segments should be a list of 1 to 1000"],
  ["predict twice.json shop.csv", "cannot be used"],
  ["predict escape.json shop.csv", "visible characters"],
  ["drift nan.json shop.csv", "it is not JSON"],
  ["sql proto.json", "This is no saved segmentation"],
  ["sql model.json --table shop..customers", "table"],
  // Customers that a model does not know.
  ["predict model.json orders.csv", 'no column "income"'],
  ["predict model.json gold.csv", '"gold" is a category that the model does not know'],
  ["predict model.json words.csv", '"income"'],
  ["predict model.json shop.csv --where income>1000", "None of the 150 rows"],
  ["predict model.json no.csv", "There is no file no.csv"],
  ["predict model.json header.csv", "no rows"],
  ["drift model.json orders.csv", 'needs a column "income"'],
  ["drift model.json words.csv", '"income"'],
  ["segment shop.csv --k 2 --previous escape.json", "visible characters"],
  // Tables of labels.
  ["migrate shop.csv labelled.csv --id customer", 'The first table has no column "segment"'],
  ["migrate labelled.csv shop.csv --id customer", 'The second table has no column "segment"'],
  ["migrate labelled.csv labelled.csv --id who", 'no column "who"'],
  ["migrate labelled.csv labelled.csv --id customer --value plan", '"plan" holds text'],
  ["migrate labelled.csv others.csv --id customer", "No customer is in both tables"],
  ["migrate labelled.csv no.csv --id customer", "There is no file no.csv"],
  ["migrate model.json labelled.csv --id customer", "is a saved model, not a table"],
  // Plays.
  ["segment shop.csv --k 2 --plays list.json", "a list of 1 to 500 entries"],
  ["segment shop.csv --k 2 --plays gender.json", "depends on gender"],
  ["segment shop.csv --k 2 --plays escape-plays.json", "visible characters"],
  // Files to write.
  ["segment shop.csv --k 2 --out labelled.csv", "exists already"],
  ["segment shop.csv --k 2 --out out.xlsx", "only CSV"],
  ["segment shop.csv --k 2 --out-dir model.json --id customer", "is a file, not a folder"],
  ["predict model.json shop.csv --out no/where.csv", "does not exist"],
  ["migrate labelled.csv labelled.csv --id customer --out model.json", "cannot be written"],
];

/** Commands that end with exit code 2: nothing was read. */
export const MISUSED: readonly Ask[] = [
  ["segment shop.csv --clip half", "Expected a share"],
  ["segment shop.csv --clip 99%,1%", "Expected a share"],
  ["segment shop.csv --weight income", "as in income=2"],
  ["segment shop.csv --weight income=-1", "as in income=2"],
  ["segment shop.csv --missing zero", "drop, median, category"],
  ["segment shop.csv --resamples 1001", "from 0 to 1000"],
  ["segment shop.csv --k-max 1", "from 2 to 1000"],
  ["segment shop.csv --seed -1", "--seed"],
  ["segment shop.csv --out-dir lists", "--id"],
  ["segment shop.csv --out-dir lists --id customer --holdout 100%", "such as 10%"],
  ["segment shop.csv --holdout 10%", "--out-dir"],
  ["segment shop.csv --report-rows", "--report"],
  ["segment shop.csv --excel", "--out"],
  ["segment shop.csv --out -", "standard output"],
  ["segment shop.csv --out-dir - --id customer", "standard output"],
  ["segment shop.csv --model shop.csv --force", "is the file that is read"],
  ["segment shop.csv --previous model.json --model model.json --force", "is the file that is read"],
  ["segment shop.csv --charts both --out-dir both --id customer", "--out-dir and --charts"],
  ["segment mall shop.csv", "is read alone"],
  ["segment mall --where age>3", "--where is about files"],
  ["rfm orders.csv --customer id --date ordered_at", "--amount"],
  ["rfm orders.csv --customer id --date ordered_at --amount total --as-of 2026-02-30", "such as 2026-03-01"],
  ["migrate labelled.csv --id customer", "after"],
  ["migrate labelled.csv labelled.csv", "--id"],
  ["migrate labelled.csv others.csv --id customer --out others.csv --force", "is the file that is read"],
  ["predict model.json labelled.csv --out model.json --force", "is the file that is read"],
  ["sql model.json --dialect oracle", "duckdb, postgres"],
  ["drift model.json", "files"],
];

/** Makes the files that are asked about; `model` and `labelled` are what Kentro itself wrote. */
export function makeFiles(at: (name: string) => string, model: string): void {
  const write = (name: string, text: string) => writeFileSync(at(name), text);
  write("orders.csv", ordersCsv());
  write("returns.csv", "id,day,total\na,2026-01-01,-5\nb,2026-01-02,-7\n");
  write("none.csv", "id,day,total\n");
  write("header.csv", csvOf(shop(1)).split("\n")[0] ?? "");
  write("gold.csv", csvOf(shop().map((each, row) => ({ ...each, plan: row === 9 ? "gold" : each.plan }))));
  write("words.csv", csvOf(shop().map((each) => ({ ...each, income: "much" }))));
  write("others.csv", csvOf(shop(9, 500).map((each) => ({ ...each, segment: "A" }))));
  const changed = (name: string, change: object) => write(name, JSON.stringify({ ...JSON.parse(model), ...change }));
  const { segments } = JSON.parse(model);
  changed("later.json", { version: 2 });
  changed("more.json", { more: 1 });
  changed("many.json", { segments: Array.from({ length: 2000 }, () => segments[0]) });
  changed("twice.json", { segments: [segments[0], segments[0], segments[0]] });
  changed("escape.json", { segments: [{ ...segments[0], name: "\u001b[31m" }, ...segments.slice(1)] });
  write("nan.json", model.replace(/"share": [\d.]+/, '"share": NaN'));
  write("infinite.json", model.replace(/"share": [\d.]+/, '"share": 1e999'));
  write("empty.json", "");
  write("list.json", "[]");
  write("deep.json", `${"[".repeat(100_000)}${"]".repeat(100_000)}`);
  write("proto.json", '{"__proto__":{"format":"kentro-segmentation","version":1}}');
  write("huge.json", "");
  truncateSync(at("huge.json"), 70 * 2 ** 20);
  const play = { title: "Call", advice: "Soon.", when: [{ of: "income", is: ["high"] }] };
  write("plays.json", JSON.stringify([play]));
  write("gender.json", JSON.stringify([{ ...play, when: [{ of: "gender", is: ["high"] }] }]));
  write("escape-plays.json", JSON.stringify([{ ...play, title: "\u001b[31m" }]));
}
