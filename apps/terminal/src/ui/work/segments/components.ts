import { principalComponents } from "@kentro/core";
import type { Work } from "../desk.ts";
import { type Held, readTable, runOf } from "../held.ts";
import { sharedNumbers } from "../shared.ts";
import type { ComponentsRequest } from "./protocol.ts";

/** Says where the customers of a run lie along their two principal components, as they were clustered: scaled and weighted. */
export async function components({ id, run }: ComponentsRequest, held: Held, { signal, answer }: Work): Promise<void> {
  const { table } = readTable(held);
  const { found } = runOf(held, run);
  const { points, rows } = await found.model.points(table, { signal });
  const { scores, explained } = await principalComponents(points, { signal });
  const [x, y] = [sharedNumbers(table.rows).fill(Number.NaN), sharedNumbers(table.rows).fill(Number.NaN)];
  for (let point = 0; point < rows.length; point++) {
    const row = rows[point]!;
    x[row] = scores.data[point * scores.columns]!;
    y[row] = scores.columns > 1 ? scores.data[point * scores.columns + 1]! : 0;
  }
  answer({ type: "components", id, run, x, y, explained });
}
