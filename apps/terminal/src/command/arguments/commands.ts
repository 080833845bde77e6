import { Command, Option } from "commander";
import manifest from "../../../package.json" with { type: "json" };
import { CommandError } from "../failure.ts";
import { ELBOW_EXAMPLES, EXIT_CODES, PREDICT_EXAMPLES, PROGRAM_EXAMPLES, SEGMENT_EXAMPLES } from "./examples.ts";
import type {
  ElbowInvocation,
  Invocation,
  OpenInvocation,
  PredictInvocation,
  SegmentInvocation,
} from "./invocation.ts";
import { COLOR_CHOICES, featureList, named, numberOfSegments, oneFeature, SCALES, wholeNumber } from "./values.ts";

const LARGEST_SEED = 2 ** 32 - 1;
const FILE = 'a CSV, Parquet or JSON lines file, or "mall", the built-in sample';

/** The whole command line: each command hands what it was told to `take`; all inherit what `configure` sets. */
export function commandLine(configure: (program: Command) => Command, take: (invocation: Invocation) => void): Command {
  const program = configure(new Command("kentro"))
    .description("Find customer segments with K-Means: in a terminal UI, or as plain commands.")
    .version(manifest.version)
    .helpCommand(true)
    .configureHelp({ showGlobalOptions: true })
    .addOption(new Option("--color <when>", "color in the output").choices(COLOR_CHOICES).default("auto"))
    .argument("[file]", FILE, named("a file"), "mall")
    .addHelpText("after", PROGRAM_EXAMPLES + EXIT_CODES)
    .action((source: string, _: unknown, command: Command) => {
      take({ ...command.opts<Given<OpenInvocation>>(), command: "open", source });
    });

  const segment = program.command("segment").description("Find segments and say who they are.");
  segment
    .argument("<file>", FILE, named("a file"))
    .addOption(new Option("--k <number>", "how many segments, or auto").argParser(numberOfSegments).default("auto"));
  output(labelling(preparation(segment)))
    .option("--model <file>", "write the segmentation, for kentro predict", named("a file"))
    .option("--report <file>", "write a report with pictures (HTML)", named("a file"))
    .addHelpText("after", SEGMENT_EXAMPLES)
    .action((source: string, _: unknown, command: Command) => {
      const { feature, ...given } = command.optsWithGlobals<Given<SegmentInvocation> & OneByOne>();
      const features = together(given.features, feature);
      take({ ...NOT_ASKED, force: false, labels: false, ...given, command: "segment", source, features });
    });

  const elbow = program.command("elbow").description("See how many segments there are, and why.");
  output(preparation(elbow.argument("<file>", FILE, named("a file"))))
    .addHelpText("after", ELBOW_EXAMPLES)
    .action((source: string, _: unknown, command: Command) => {
      const { feature, ...given } = command.optsWithGlobals<Given<ElbowInvocation> & OneByOne>();
      take({ ...NOT_ASKED, ...given, command: "elbow", source, features: together(given.features, feature) });
    });

  const predict = program.command("predict").description("Put customers into saved segments.");
  predict.argument("<model>", "a segmentation saved by kentro segment --model", named("a file"));
  output(labelling(predict.argument("<file>", FILE, named("a file"))))
    .addHelpText("after", PREDICT_EXAMPLES)
    .action((model: string, source: string, _: unknown, command: Command) => {
      const given = command.optsWithGlobals<Given<PredictInvocation>>();
      take({ ...NOT_ASKED, force: false, labels: false, ...given, command: "predict", model, source });
    });
  return program;
}

const NOT_ASKED = { json: false, quiet: false };

type Flag = "json" | "quiet" | "force" | "labels";
type Given<T extends Invocation> = Omit<T, "command" | "source" | Flag> & Partial<Pick<T, Flag & keyof T>>;
type OneByOne = { readonly feature?: readonly string[] };

function preparation(command: Command): Command {
  return command
    .option("--features <names>", "columns to segment by, with commas between them, or all", featureList)
    .option("--feature <name>", "one column to segment by; may be repeated", oneFeature)
    .option("--k-max <number>", "the largest number of segments to try", wholeNumber(2, 1000), 10)
    .addOption(new Option("--scale <kind>", "how columns are made comparable").choices(SCALES).default("standard"))
    .option("--id <column>", "the column that identifies a customer", named("a column name"))
    .option("--seed <number>", "the same seed gives the same segments", wholeNumber(0, LARGEST_SEED), 0)
    .option("--restarts <number>", "effort for each number of segments: starts at most", wholeNumber(1));
}

function labelling(command: Command): Command {
  return command
    .option("--out <file>", "write every row with its segment", named("a file"))
    .option("--force", "overwrite files that exist")
    .option("--labels", "labels in the JSON above 100,000 rows too");
}

function output(command: Command): Command {
  return command.option("--json", "print one JSON object and nothing else").option("--quiet", "no progress on stderr");
}

function together(features: SegmentInvocation["features"], names: OneByOne["feature"]): SegmentInvocation["features"] {
  if (features === undefined || names === undefined) return features ?? names;
  if (features === "all") throw new CommandError("usage", "--features all takes every column: --feature adds nothing.");
  return [...features, ...names];
}
