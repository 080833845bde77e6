/** Whole numbers under `below` that look like noise, the same each time. */
function noise(seed: number, below: number): number {
  return ((Math.imul(seed + 1, 2654435761) >>> 8) % 1009) % below;
}

const PLANS = ["basic", "plus", "pro"] as const;

/** A customer of a made shop, in one of three groups that stand apart. */
export interface Customer {
  readonly customer: string;
  readonly plan: string;
  readonly income: number;
  readonly visits: number;
  readonly spending: number;
}

/** Customers of a shop: those of basic plans earn little and come often, those of pro plans the other way round. */
export function shop(count = 150, first = 0): Customer[] {
  return Array.from({ length: count }, (_, i): Customer => {
    const row = first + i;
    const group = row % 3;
    return {
      customer: `c${String(row).padStart(4, "0")}`,
      plan: PLANS[noise(row, 9) === 0 ? (group + 1) % 3 : group] ?? "basic",
      income: 20 + 35 * group + noise(row * 7, 12),
      visits: 30 - 12 * group + noise(row * 5, 6),
      spending: 400 - 120 * group + noise(row * 3, 60),
    };
  });
}

/** Records of one kind as a CSV file with a header. */
export function csvOf(records: readonly object[], delimiter = ","): string {
  const names = Object.keys(records[0] ?? {});
  return [names, ...records.map(Object.values)].map((cells) => `${cells.join(delimiter)}\n`).join("");
}

/**
 * Orders of three kinds of customers: some bought often and lately, some seldom and long ago, some once and for much.
 * Among them are a return, an order of nothing, and rows without a customer, a day or an amount.
 */
export function ordersCsv(): string {
  const lines: string[] = [];
  for (let customer = 0; customer < 60; customer++) {
    const kind = customer % 3;
    const orders = [6, 2, 1][kind] ?? 1;
    for (let order = 0; order < orders; order++) {
      const day = new Date(Date.UTC(2026, [2, 0, 1][kind] ?? 0, 1 + noise(customer * 11 + order, 27)));
      const total = ([20, 45, 300][kind] ?? 0) + noise(customer * 13 + order, 9);
      lines.push(`o${lines.length},k${customer},${day.toISOString().slice(0, 10)},${total}.50,${total / 4}`);
    }
  }
  lines.push("o900,k0,2026-03-28,-5,-1", "o901,k3,2026-03-28,0,0", "o902,,2026-03-01,10,1", "o903,k4,soon,10,1");
  lines.push("o904,k5,2026-03-02,,1", "o905,k99,2026-03-02,-7,1");
  return `order,id,ordered_at,total,margin\n${lines.map((line) => `${line}\n`).join("")}`;
}
