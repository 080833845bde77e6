import { sharedFloat32 } from "./matrix.ts";
import { Random } from "./random.ts";

/** Kinds of customers that there are, each with its own habits. */
const KINDS = 6;
/** What one-hot columns stand for: a region and a channel. */
const CATEGORIES = [5, 4] as const;
const ONE_HOT = CATEGORIES.reduce((sum, values) => sum + values, 0);
/** Age and years as a customer, before the spending. */
const BEFORE_SPENDING = 2;

/**
 * Customers as tables have them: age and years as a customer, what they spent on each of some goods with its long tail,
 * region and channel one-hot. Every column is standardized.
 *
 * @param columns at least 12: those above 11 are goods
 * @returns `rows x columns`, row-major
 */
export function makeCustomers(rows: number, columns: number, seed: number): Float32Array {
  const goods = columns - BEFORE_SPENDING - ONE_HOT;
  if (goods < 1) throw new RangeError(`Expected at least ${BEFORE_SPENDING + ONE_HOT + 1} columns, got ${columns}`);
  const random = new Random(seed);
  const habits = Array.from({ length: KINDS }, () => habitsOf(random, goods));
  const values = new Float64Array(rows * columns);
  for (let row = 0, at = 0; row < rows; row++) {
    const { age, years, spending, favorites } = habits[random.below(KINDS)];
    values[at++] = Math.max(18, Math.round(age + 9 * random.bell()));
    values[at++] = Math.max(0, Math.round(years + 3 * random.bell()));
    // A quotient has a tail as long as a lognormal's, and the same bits in every engine.
    for (const usual of spending) values[at++] = Math.round((usual * 100) / (random.uniform() + 0.05)) / 100;
    CATEGORIES.forEach((count, category) => {
      const value = random.uniform() < 0.6 ? favorites[category] % count : random.below(count);
      values[at + value] = 1;
      at += count;
    });
  }
  return standardized(values, columns);
}

interface Habits {
  readonly age: number;
  readonly years: number;
  readonly spending: readonly number[];
  /** Of each category, the value that most have. */
  readonly favorites: readonly number[];
}

function habitsOf(random: Random, goods: number): Habits {
  return {
    age: 25 + 45 * random.uniform(),
    years: 12 * random.uniform(),
    spending: Array.from({ length: goods }, () => 2 + 60 * random.uniform() ** 3),
    favorites: CATEGORIES.map((count) => random.below(count)),
  };
}

function standardized(values: Float64Array, columns: number): Float32Array {
  const rows = values.length / columns;
  const points = sharedFloat32(values.length);
  for (let column = 0; column < columns; column++) {
    let sum = 0;
    for (let at = column; at < values.length; at += columns) sum += values[at];
    const mean = sum / rows;
    let squares = 0;
    for (let at = column; at < values.length; at += columns) squares += (values[at] - mean) ** 2;
    const deviation = Math.sqrt(squares / rows) || 1;
    for (let at = column; at < values.length; at += columns) points[at] = (values[at] - mean) / deviation;
  }
  return points;
}
