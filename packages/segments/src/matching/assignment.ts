import { SegmentsError } from "../error.ts";

/**
 * The pairs of rows and columns, each used once at most, whose costs have the least sum: as many pairs as the shorter side
 * has. Shortest augmenting paths with potentials (Kuhn 1955 as Jonker and Volgenant 1987 do it), in O(rows² columns).
 * @param cost a row of equally many finite numbers for each of the one kind, a column for each of the other
 * @returns for each row its column, -1 where it has none
 * @throws SegmentsError `INVALID_OPTION` where rows differ in length or a cost is not finite
 * @example
 * optimalAssignment([[4, 1], [2, 3]]); // [1, 0]
 */
export function optimalAssignment(cost: readonly (readonly number[])[]): readonly number[] {
  const rows = cost.length;
  const columns = cost[0]?.length ?? 0;
  checkCosts(cost, columns);
  if (rows <= columns) return assigned(cost, rows, columns);
  const turned = Array.from({ length: columns }, (_, column) => cost.map((row) => row[column]!));
  const result = new Array<number>(rows).fill(-1);
  for (const [column, row] of assigned(turned, columns, rows).entries()) result[row] = column;
  return result;
}

/** Assumes no more rows than columns. Each row in turn is brought in along the cheapest path of exchanges. */
function assigned(cost: readonly (readonly number[])[], rows: number, columns: number): readonly number[] {
  const rowPotential = new Float64Array(rows);
  const columnPotential = new Float64Array(columns);
  const rowOf = new Int32Array(columns).fill(-1);
  for (let row = 0; row < rows; row++) {
    const distance = new Float64Array(columns).fill(Number.POSITIVE_INFINITY);
    const reached = new Uint8Array(columns);
    const before = new Int32Array(columns).fill(-1);
    let at = -1;
    let here = row;
    let length = 0;
    for (;;) {
      let nearest = -1;
      for (let column = 0; column < columns; column++) {
        if (reached[column] === 1) continue;
        const through = length + cost[here]![column]! - rowPotential[here]! - columnPotential[column]!;
        if (through < distance[column]!) {
          distance[column] = through;
          before[column] = at;
        }
        if (nearest === -1 || distance[column]! < distance[nearest]!) nearest = column;
      }
      at = nearest;
      length = distance[at]!;
      if (rowOf[at] === -1) break;
      reached[at] = 1;
      here = rowOf[at]!;
    }
    rowPotential[row]! += length;
    for (let column = 0; column < columns; column++) {
      if (reached[column] === 0) continue;
      rowPotential[rowOf[column]!]! += length - distance[column]!;
      columnPotential[column]! -= length - distance[column]!;
    }
    for (; before[at] !== -1; at = before[at]!) rowOf[at] = rowOf[before[at]!]!;
    rowOf[at] = row;
  }
  const result = new Array<number>(rows).fill(-1);
  for (const [column, row] of rowOf.entries()) if (row !== -1) result[row] = column;
  return result;
}

function checkCosts(cost: readonly (readonly number[])[], columns: number): void {
  for (const [i, row] of cost.entries()) {
    const wrong = row.length === columns ? row.find((value) => !Number.isFinite(value)) : `${row.length} costs`;
    if (wrong === undefined) continue;
    const message = `Expected ${columns} finite costs in row ${i + 1} of the matrix, got ${wrong}.`;
    throw new SegmentsError("INVALID_OPTION", message);
  }
}
