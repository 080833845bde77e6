/** The sizes that an iteration is measured at. */
export interface Grid {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly ks: readonly number[];
}

export const WHOLE_GRID: Grid = {
  rows: [10_000, 100_000, 1_000_000, 10_000_000],
  columns: [2, 4, 8, 16, 32, 64],
  ks: [2, 8, 32, 128, 256],
};

/** What one size may take; known before anything is measured, so that the same sizes are skipped everywhere. */
export interface Budget {
  /** Values of the points. */
  readonly values: number;
  /** Differences of coordinates in one iteration of plain Lloyd. */
  readonly differences: number;
}

/** A fifth of a gigabyte, and about a quarter of a second an iteration. */
export const WHOLE_BUDGET: Budget = { values: 5e7, differences: 1e9 };

/** Points of one shape, and the k that they are clustered into. */
export interface GridPlan {
  readonly rows: number;
  readonly columns: number;
  /** Those that the budget allows. */
  readonly ks: readonly number[];
  /** Those that it does not. */
  readonly skipped: readonly number[];
}

/** Every shape of a grid with the k that a budget allows. */
export function plansOf({ rows: allRows, columns: allColumns, ks }: Grid, budget: Budget): readonly GridPlan[] {
  return allRows.flatMap((rows) =>
    allColumns.map((columns): GridPlan => {
      const values = rows * columns;
      const allowed = (k: number): boolean => values <= budget.values && values * k <= budget.differences;
      return { rows, columns, ks: ks.filter(allowed), skipped: ks.filter((k) => !allowed(k)) };
    }),
  );
}
