function examples(lines: readonly (readonly [command: string, what: string])[]): string {
  return `\nExamples:\n${lines.map(([command, what]) => `  ${what}:\n    $ ${command}`).join("\n")}\n`;
}

export const PROGRAM_EXAMPLES: string = examples([
  ["kentro mall", "Open the built-in mall customers"],
  ["kentro", "Choose a table: the sample, one opened lately, or a file"],
  ["kentro customers.csv", "Open a file of your own"],
  ["kentro segment customers.csv --report report.html --model model.json", "Find segments, and show them to others"],
  ["kentro rfm orders.csv --customer id --date ordered_at --amount total", "The same from orders"],
  ["kentro predict model.json new.csv --out labelled.csv", "Put next month's customers into saved segments"],
  ["kentro drift model.json new.csv", "See whether the segments still fit"],
]);

export const SEGMENT_EXAMPLES: string = examples([
  ["kentro segment mall", "The built-in sample"],
  ['kentro segment customers.csv --features "income,spending score" --k 5', "Two columns, five segments"],
  [
    `kentro segment customers.csv --feature "Income, net" --feature age --log '"Income, net"'`,
    "A column name with a comma in it: in a list it stands in quotes",
  ],
  ["kentro segment customers.csv --log income --clip 1% --missing median", "Skewed, with outliers and gaps"],
  ["kentro segment customers.csv --categorical plan --weight income=2", "Categories too, and income counts twice"],
  ["kentro segment 'sales-*.csv' --where \"country = 'DE' and age >= 18\"", "Several files, and some of their rows"],
  [
    'kentro segment mall --edit "merge D,E" --edit "rename C=Best spenders" --edit "note C=Call in May"',
    "What was found, changed by hand",
  ],
  ["kentro segment customers.csv --out labelled.csv --model model.json --report report.html", "Everything, written"],
  [
    "kentro segment customers.csv --id customer --out-dir lists --holdout 10%",
    "Lists to write to, with control groups",
  ],
  ["kentro segment customers.csv --json > segments.json", "For another program"],
]);

export const RFM_EXAMPLES: string = examples([
  ["kentro rfm orders.csv --customer id --date ordered_at --amount total", "Customers by what they bought"],
  [
    "kentro rfm orders.csv --customer id --date day --amount total --log frequency,monetary_mean --out customers.csv",
    "The customer table too",
  ],
]);

export const ELBOW_EXAMPLES: string = examples([
  ["kentro elbow mall", "The built-in sample"],
  ["kentro elbow customers.csv --k-max 20", "Look further"],
  ["kentro elbow customers.csv --scale robust --json", "Scaled by quartiles, for another program"],
]);

export const PREDICT_EXAMPLES: string = examples([
  ["kentro segment customers.csv --model model.json", "Save the segments first"],
  ["kentro predict model.json new-customers.csv --out labelled.csv", "Label next month's customers"],
  ["kentro predict model.json new-customers.parquet --out labelled.parquet", "Millions of them"],
]);

export const DRIFT_EXAMPLES: string = examples([
  ["kentro segment customers.csv --model model.json", "Save the segments first"],
  ["kentro drift model.json next-month.csv", "Are they still the same customers?"],
]);

export const MIGRATE_EXAMPLES: string = examples([
  ["kentro migrate march.csv april.csv --id customer", "Who moved"],
  ["kentro migrate march.csv april.csv --id customer --value spending --out moves.csv", "And with how much money"],
]);

export const SQL_EXAMPLES: string = examples([
  ["kentro sql model.json", "For DuckDB"],
  ["kentro sql model.json --dialect postgres --table shop.customers > label.sql", "For PostgreSQL"],
]);

export const EXIT_CODES: string = `
Exit codes:
  0 done, 1 a file or its data are at fault, 2 wrong usage, 130 interrupted
`;

export const WAYS_TO_SHOW: string = `
Ways to show the terminal UI:
  INK_SCREEN_READER=true says everything in lines of words, for a screen reader;
  NO_COLOR=1 or --color never draws it without color; with TERM=dumb, or into a
  pipe, the segments are printed and that is all
`;

export const OPENED_LATELY: string = `
Tables opened lately:
  the terminal UI keeps their paths, and nothing of what is in them, in
  kentro/recent.json under $XDG_STATE_HOME (~/.local/state, %LOCALAPPDATA%);
  with KENTRO_NO_RECENT=1 it keeps none
`;
