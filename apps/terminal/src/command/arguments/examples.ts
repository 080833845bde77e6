function examples(lines: readonly (readonly [command: string, what: string])[]): string {
  return `\nExamples:\n${lines.map(([command, what]) => `  ${what}:\n    $ ${command}`).join("\n")}\n`;
}

export const PROGRAM_EXAMPLES: string = examples([
  ["kentro mall", "Open the built-in mall customers"],
  ["kentro customers.csv", "Open a file of your own"],
  ["kentro segment customers.csv --out labelled.csv", "Find segments and write every customer with their segment"],
  ["kentro elbow customers.csv", "See how many segments there are"],
  ["kentro predict model.json new-customers.csv", "Put new customers into saved segments"],
]);

export const SEGMENT_EXAMPLES: string = examples([
  ["kentro segment mall", "The built-in sample"],
  ['kentro segment customers.csv --features "income,spending score" --k 5', "Two columns, five segments"],
  ['kentro segment customers.csv --feature "Income, net" --feature age', "A column name with a comma in it"],
  ["kentro segment customers.csv --out labelled.csv --model model.json --report report.html", "Everything, written"],
  ["kentro segment customers.csv --json > segments.json", "For another program"],
]);

export const ELBOW_EXAMPLES: string = examples([
  ["kentro elbow mall", "The built-in sample"],
  ["kentro elbow customers.csv --k-max 20", "Look further"],
  ["kentro elbow customers.csv --scale robust --json", "Scaled by quartiles, for another program"],
]);

export const PREDICT_EXAMPLES: string = examples([
  ["kentro segment customers.csv --model model.json", "Save the segments first"],
  ["kentro predict model.json new-customers.csv --out labelled.csv", "Label next month's customers"],
]);

export const EXIT_CODES: string = `
Exit codes:
  0 done, 1 a file or its data are at fault, 2 wrong usage, 130 interrupted
`;
