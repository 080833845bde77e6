import { type Command, Option } from "commander";
import {
  columnList,
  featureList,
  missingRules,
  named,
  numberOfSegments,
  oneEdit,
  oneFeature,
  part,
  quantiles,
  SCALES,
  weight,
  wholeNumber,
} from "./values.ts";

const LARGEST_SEED = 2 ** 32 - 1;
const MOST_RESAMPLES = 1000;

/** Which rows are read. */
export function rows(command: Command): Command {
  return command
    .optionsGroup("Rows:")
    .option("--where <condition>", 'only rows for which this SQL holds: "age >= 18"', named("a condition"));
}

/** Which columns are clustered by, and how they are made comparable. */
export function columns(command: Command): Command {
  return command
    .optionsGroup("Columns:")
    .option("--features <names>", "columns to segment by, with commas between them, or all", featureList)
    .option("--feature <name>", "one column to segment by; may be repeated", oneFeature)
    .option("--categorical <names>", "columns to segment by as categories", columnList)
    .option("--id <column>", "the column that identifies a customer", named("a column name"))
    .addOption(new Option("--scale <kind>", "how columns are made comparable").choices(SCALES).default("standard"))
    .option("--log <names>", "columns whose logarithm is taken, ln(1 + x)", columnList)
    .option("--clip <share>", "cut what is beyond quantiles: 1% or 1%,99%", quantiles)
    .option("--missing <rules>", "missing values: drop the row (default), median, category", missingRules)
    .option("--weight <column=number>", "how much a column counts; may be repeated", weight);
}

/** How hard and how far is searched. */
export function search(command: Command): Command {
  return command
    .optionsGroup("Search:")
    .option("--k-max <number>", "the largest number of segments to try", wholeNumber(2, 1000), 10)
    .option("--seed <number>", "the same seed gives the same segments", wholeNumber(0, LARGEST_SEED), 0)
    .option("--restarts <number>", "effort for each number of segments: starts at most", wholeNumber(1));
}

/** How many segments, and what is found out about them. */
export function segments(command: Command, value: string): Command {
  return command
    .optionsGroup("Segments:")
    .addOption(new Option("--k <number>", "how many segments, or auto").argParser(numberOfSegments).default("auto"))
    .option("--value <column>", value, named("a column name"))
    .option("--resamples <number>", "how often stability is tried; 0: not at all", wholeNumber(0, MOST_RESAMPLES))
    .option(
      "--previous <model>",
      "keep the letters, names and notes of these segments where they match",
      named("a file"),
    )
    .option(
      "--edit <what>",
      'by hand: "merge B,D", "split A", "rename A=Best", "note A=Call in May"; may be repeated, in order',
      oneEdit,
    )
    .option("--plays <file>", "your own marketing suggestions (JSON)", named("a file"));
}

/** What is written besides labels. */
export function files(command: Command): Command {
  return command
    .optionsGroup("Files:")
    .option("--model <file>", "write the segmentation, for kentro predict", named("a file"))
    .option("--report <file>", "write a report with pictures (HTML)", named("a file"))
    .option("--report-rows", "the report may show rows of typical customers")
    .option("--charts <folder>", "write the report's pictures (SVG)", named("a folder"))
    .option("--out-dir <folder>", "write a file of ids for each segment; needs --id", named("a folder"))
    .option("--holdout <share>", "a control group of each segment, as in 10%; needs --out-dir", part);
}

/** How labels are written. */
export function labels(command: Command, out: string): Command {
  return command
    .optionsGroup("Files:")
    .option("--out <file>", out, named("a file"))
    .option("--excel", "CSV that Excel opens well: semicolons, decimal commas")
    .option("--force", "overwrite files that exist")
    .option("--labels", "labels in the JSON above 100,000 rows too");
}

/** What goes to stdout and stderr. */
export function output(command: Command): Command {
  return command
    .optionsGroup("Output:")
    .option("--json", "print one JSON object and nothing else")
    .option("--quiet", "no progress on stderr");
}
