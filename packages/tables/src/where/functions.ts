/** Operators and functions that a condition may use: of the cells of one row, giving the same whenever they are asked. */
export const OPERATORS: ReadonlySet<string> = new Set(["+", "-", "*", "/", "%", "||"]);

/** As the parser names LIKE and its kin, with how they are written. */
export const LIKES: ReadonlyMap<string, string> = new Map([
  ["~~", "LIKE"],
  ["!~~", "NOT LIKE"],
  ["~~*", "ILIKE"],
  ["!~~*", "NOT ILIKE"],
]);

export const FUNCTIONS: ReadonlySet<string> = new Set([
  ...["abs", "ceil", "ceiling", "floor", "greatest", "least", "mod", "nullif", "round", "sign", "trunc"],
  ...["concat", "contains", "ends_with", "suffix", "left", "length", "lower", "lcase", "ltrim", "prefix", "replace"],
  ...["right", "rtrim", "starts_with", "strlen", "substr", "substring", "trim", "upper", "ucase"],
  ...["like_escape", "not_like_escape", "ilike_escape", "not_ilike_escape", "regexp_matches", "regexp_full_match"],
  ...["date_diff", "datediff", "date_part", "datepart", "date_trunc", "datetrunc", "last_day", "make_date"],
  ...["day", "dayofmonth", "dayofweek", "dayofyear", "hour", "isodow", "minute", "month", "quarter", "second"],
  ...["week", "weekday", "weekofyear", "year", "to_days", "to_months", "to_years", "to_weeks", "to_hours"],
]);

/** Types that a cell may be cast to. */
export const TYPES: ReadonlySet<string> = new Set([
  ...["BOOLEAN", "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "FLOAT", "DOUBLE", "VARCHAR", "DATE", "TIMESTAMP", "TIME"],
]);
