import { SegmentsError } from "../error.ts";
import { numberCategories } from "../preparation/number-categories.ts";
import { MOST_CATEGORIES } from "../profile/categories.ts";
import { quoted } from "../quoted.ts";
import type { Column, TextColumn } from "../table.ts";

/**
 * The column as categories; each different number of a numeric one is a category.
 * @throws SegmentsError `TOO_MANY`, `EMPTY_COLUMN`, `UNKNOWN_CATEGORY` for dates
 */
export function checkCategory(column: Column): TextColumn {
  const { name } = column;
  if (column.type === "date") {
    const message = `Column ${quoted(name)} holds dates, which are no categories.`;
    throw new SegmentsError("UNKNOWN_CATEGORY", message, { column: name });
  }
  if (column.type === "identifier") throw tooMany(name, "too many");
  const categories = column.type === "text" ? column : numberCategories(column, MOST_CATEGORIES);
  const count = categories?.categories.length;
  if (categories === null || count === undefined) throw tooMany(name, `more than ${MOST_CATEGORIES}`);
  if (count > MOST_CATEGORIES) throw tooMany(name, count.toLocaleString("en-US"));
  if (count === 0) throw new SegmentsError("EMPTY_COLUMN", `Column ${quoted(name)} is empty.`, { column: name });
  return categories;
}

function tooMany(column: string, many: string): SegmentsError {
  const most = `a column that is clustered by as a category may have ${MOST_CATEGORIES}`;
  return new SegmentsError("TOO_MANY", `Column ${quoted(column)} has ${many} different values; ${most}.`, { column });
}
