import { readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Ended, kentro, workplace } from "./program.ts";
import { ordersCsv } from "./shop.ts";

const place = workplace();
afterAll(() => place.remove());

const ORDERS = "orders.csv --customer id --date ordered_at --amount total --k 3 --resamples 0";
let ended: Ended;

beforeAll(async () => {
  writeFileSync(place.at("orders.csv"), ordersCsv());
  const files = "--out customers.csv --model model.json --report report.html --out-dir lists";
  ended = await kentro(`rfm ${ORDERS} --value margin ${files}`.split(" "), place.path);
});

/** What the orders of one customer come to, counted here from the file. */
function customer(id: string) {
  const rows = ordersCsv()
    .split("\n")
    .map((line) => line.split(","))
    .filter((cells) => cells[1] === id && cells[3] !== "" && cells[2] !== "soon");
  const orders = rows.filter((cells) => Number(cells[3]) >= 0);
  const days = orders.map((cells) => (Date.UTC(2026, 2, 28) - Date.parse(cells[2] ?? "")) / 86_400_000);
  const total = rows.reduce((sum, cells) => sum + Number(cells[3]), 0);
  const margin = rows.reduce((sum, cells) => sum + Number(cells[4]), 0);
  return [id, Math.min(...days), orders.length, total / orders.length, total, Math.max(...days), margin];
}

describe("kentro rfm", () => {
  it("says first what became of the orders, then who the customers are", () => {
    expect({ code: ended.code, stderr: ended.stderr }).toEqual({ code: 0, stderr: "" });
    const text = ended.stdout.replaceAll(/\s+/g, " ");
    expect(text).toContain("Orders 181 orders of 60 customers, in 183 of 186 rows read.");
    expect(text).toContain('3 rows left out: 1 without "id", 1 without "ordered_at", 1 without "total"');
    expect(text).toContain("2 returns (amounts below zero) are taken off");
    expect(text).toContain("1 order of amount zero");
    expect(text).toContain("1 customer left out: only returns, and no order.");
    expect(text).toContain("Clustered by recency_days, frequency and monetary_mean.");
    expect(ended.stdout).toMatch(/\n {2}customers\.csv +every customer with segment and segment_name\n/);
  });

  it("writes a row for each customer: days, orders and money as they add up", () => {
    const [header, ...lines] = readFileSync(place.at("customers.csv"), "utf8").trimEnd().split("\n");
    expect(header).toBe(
      "id,recency_days,frequency,monetary_mean,monetary_total,tenure_days,margin_total,segment,segment_name",
    );
    expect(lines).toHaveLength(60);
    for (const id of ["k0", "k3", "k1", "k59"]) {
      const cells = lines.find((line) => line.startsWith(`${id},`))?.split(",") ?? [];
      expect([cells[0], ...cells.slice(1, 7).map(Number)]).toEqual(customer(id));
    }
  });

  it("saves a model that labels the customers again as they were", async () => {
    const { code, stdout } = await kentro(["predict", "model.json", "customers.csv", "--json"], place.path);
    expect(code).toBe(0);
    const { labels, segments } = JSON.parse(stdout);
    const again = labels.map((label: number) => segments[label].letter);
    const lines = readFileSync(place.at("customers.csv"), "utf8").trimEnd().split("\n").slice(1);
    expect(again).toEqual(lines.map((line) => line.split(",")[7]));
  });

  it("counts back from the day that is asked for, and joins the lines of an order", async () => {
    const { stdout } = await kentro(`rfm ${ORDERS} --as-of 2026-02-28 --order order --json`.split(" "), place.path);
    const { orders, rowsRead } = JSON.parse(stdout);
    expect(orders.asOf).toBe("2026-02-28");
    expect(orders.notes.afterAsOf).toBeGreaterThan(100);
    expect(rowsRead).toBe(orders.notes.customers);
    expect(rowsRead).toBe(40);
  });

  it("joins the lines of an order however many orders there are", async () => {
    // Of text with more different values than that, no values are held unless they are asked for.
    const orders = 65_537;
    const line = (i: number): string => `C${i % 90},2026-0${1 + (i % 3)}-11,${10 + (i % 7) + (i % 90)},O${i}\n`;
    const lines = Array.from({ length: orders }, (_, i) => line(i) + (i === 0 ? line(i) : "")).join("");
    writeFileSync(place.at("many.csv"), `id,day,total,order\n${lines}`);
    const asked = "rfm many.csv --customer id --date day --amount total --order order --k 2 --resamples 0 --json";
    const { stdout, stderr } = await kentro(asked.split(" "), place.path);
    expect(stderr).toBe("");
    expect(JSON.parse(stdout).orders.notes).toMatchObject({ rows: orders + 1, orders, customers: 90 });
  });
});
