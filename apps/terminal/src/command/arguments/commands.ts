import type { Edit } from "@kentro/segments";
import { Command, Option } from "commander";
import manifest from "../../../package.json" with { type: "json" };
import { CommandError } from "../failure.ts";
import {
  DRIFT_EXAMPLES,
  ELBOW_EXAMPLES,
  EXIT_CODES,
  MIGRATE_EXAMPLES,
  OPENED_LATELY,
  PREDICT_EXAMPLES,
  PROGRAM_EXAMPLES,
  RFM_EXAMPLES,
  SEGMENT_EXAMPLES,
  SQL_EXAMPLES,
  WAYS_TO_SHOW,
} from "./examples.ts";
import type {
  DriftInvocation,
  ElbowInvocation,
  Invocation,
  Labelling,
  MigrateInvocation,
  OpenInvocation,
  PredictInvocation,
  Preparation,
  RfmInvocation,
  SegmentInvocation,
  Segmenting,
  SqlInvocation,
} from "./invocation.ts";
import * as options from "./options.ts";
import { COLOR_CHOICES, DIALECTS, day, named } from "./values.ts";

const FILE = 'a CSV, Parquet or JSON lines file, or "mall", the built-in sample';
const FILES = 'CSV, Parquet or JSON lines files, patterns, "-" for standard input, or "mall", the built-in sample';
const MODEL = "a segmentation saved by kentro segment --model";

/** The whole command line: each command hands what it was told to `take`; all inherit what `configure` sets. */
export function commandLine(configure: (program: Command) => Command, take: (invocation: Invocation) => void): Command {
  const program = configure(new Command("kentro"))
    .description("Find customer segments with K-Means: in a terminal UI, or as plain commands.")
    .version(manifest.version)
    .helpCommand(true)
    .configureHelp({ showGlobalOptions: true })
    .addOption(new Option("--color <when>", "color in the output").choices(COLOR_CHOICES).default("auto"))
    .argument("[file]", FILE, named("a file"))
    .addHelpText("after", PROGRAM_EXAMPLES + WAYS_TO_SHOW + OPENED_LATELY + EXIT_CODES)
    .action((source: string | undefined, _: unknown, command: Command) => {
      take({ ...command.opts<Given<OpenInvocation>>(), command: "open", source: source ?? null });
    });
  segment(program, take);
  rfm(program, take);
  elbow(program, take);
  predict(program, take);
  drift(program, take);
  migrate(program, take);
  sql(program, take);
  return program;
}

type Take = (invocation: Invocation) => void;

function segment(program: Command, take: Take): void {
  const command = program.command("segment").description("Find segments and say who they are.");
  withFiles(command);
  options.search(
    options.segments(options.columns(options.rows(command)), "what a customer is worth: spending, revenue"),
  );
  options
    .output(options.labels(options.files(command), "write every row with its segment (.csv, .tsv, .parquet)"))
    .addHelpText("after", SEGMENT_EXAMPLES)
    .action((sources: readonly string[], _: unknown, self: Command) => {
      const given = self.optsWithGlobals<Given<SegmentInvocation> & Raw>();
      take(
        checked({
          ...{ ...NOT_ASKED, ...NOT_LABELLED, ...SEGMENTED, ...preparation(given) },
          ...{ command: "segment", sources, edits: given.edit ?? [] },
        }),
      );
    });
}

function rfm(program: Command, take: Take): void {
  const command = program
    .command("rfm")
    .description("Make customers of orders (recency, frequency, monetary), find segments and say who they are.");
  withFiles(command, "files of orders, patterns, or - for standard input");
  command
    .optionsGroup("Orders:")
    .requiredOption("--customer <column>", "who ordered", named("a column name"))
    .requiredOption("--date <column>", "when", named("a column name"))
    .requiredOption("--amount <column>", "for how much; negative is a return", named("a column name"))
    .option("--order <column>", "the order that a line belongs to, where orders have several", named("a column name"))
    .option("--as-of <date>", "the day from which recency counts back; default: the last order's", day);
  options.search(
    options.segments(options.columns(options.rows(command)), "what counts as value; default: the monetary total"),
  );
  options
    .output(options.labels(options.files(command), "write every customer with their segment (.csv, .tsv, .parquet)"))
    .addHelpText("after", RFM_EXAMPLES)
    .action((sources: readonly string[], _: unknown, self: Command) => {
      const given = self.optsWithGlobals<Given<RfmInvocation> & Raw>();
      const asked = { order: undefined, asOf: undefined, ...preparation(given), edits: given.edit ?? [] };
      take(checked({ ...NOT_ASKED, ...NOT_LABELLED, ...SEGMENTED, ...asked, command: "rfm", sources }));
    });
}

function elbow(program: Command, take: Take): void {
  const command = program.command("elbow").description("See how many segments there are, and why.");
  withFiles(command);
  options
    .output(options.search(options.columns(options.rows(command))))
    .addHelpText("after", ELBOW_EXAMPLES)
    .action((sources: readonly string[], _: unknown, self: Command) => {
      const given = self.optsWithGlobals<Given<ElbowInvocation> & Raw>();
      take({ ...NOT_ASKED, ...preparation(given), command: "elbow", sources });
    });
}

function predict(program: Command, take: Take): void {
  const command = program.command("predict").description("Put customers into saved segments.");
  withFiles(command.argument("<model>", MODEL, named("a file")));
  options
    .output(options.labels(options.rows(command), "write every row with its segment (.csv, .tsv, .parquet)"))
    .addHelpText("after", PREDICT_EXAMPLES)
    .action((model: string, sources: readonly string[], _: unknown, self: Command) => {
      const given = self.optsWithGlobals<Given<PredictInvocation>>();
      take({ ...NOT_ASKED, ...NOT_LABELLED, where: undefined, ...given, command: "predict", model, sources });
    });
}

function drift(program: Command, take: Take): void {
  const command = program.command("drift").description("See whether saved segments still fit this month's customers.");
  withFiles(command.argument("<model>", MODEL, named("a file")));
  options
    .output(options.rows(command))
    .addHelpText("after", DRIFT_EXAMPLES)
    .action((model: string, sources: readonly string[], _: unknown, self: Command) => {
      const given = self.optsWithGlobals<Given<DriftInvocation>>();
      take({ ...NOT_ASKED, where: undefined, ...given, command: "drift", model, sources });
    });
}

function migrate(program: Command, take: Take): void {
  const command = program
    .command("migrate")
    .description("See who moved from which segment to which, from two labelled tables.")
    .argument("<before>", "a table that kentro labelled", named("a file"))
    .argument("<after>", "the same customers, labelled later", named("a file"))
    .requiredOption("--id <column>", "the column that identifies a customer", named("a column name"))
    .option("--value <column>", "what a customer is worth: the money that moved", named("a column name"))
    .option("--out <file>", "write who moved: id, from, to", named("a file"))
    .option("--force", "overwrite files that exist");
  options
    .output(command)
    .addHelpText("after", MIGRATE_EXAMPLES)
    .action((before: string, after: string, _: unknown, self: Command) => {
      const given = { value: undefined, out: undefined, ...self.optsWithGlobals<Given<MigrateInvocation>>() };
      take({ ...NOT_ASKED, force: false, ...given, command: "migrate", before, after });
    });
}

function sql(program: Command, take: Take): void {
  program
    .command("sql")
    .description("Print the query that labels a table in a warehouse.")
    .argument("<model>", MODEL, named("a file"))
    .addOption(new Option("--dialect <name>", "the warehouse's SQL").choices(DIALECTS).default("duckdb"))
    .option("--table <name>", "the table of customers", named("a table's name"), "customers")
    .addHelpText("after", SQL_EXAMPLES)
    .action((model: string, _: unknown, self: Command) => {
      take({ ...self.optsWithGlobals<Given<SqlInvocation>>(), command: "sql", model });
    });
}

const NOT_ASKED = { json: false, quiet: false };
const NOT_LABELLED: Labelling = { labels: false, out: undefined, excel: false, force: false };
const SEGMENTED: Omit<Segmenting, "k" | "edits"> = {
  ...{ resamples: undefined, value: undefined, previous: undefined, plays: undefined, model: undefined },
  ...{ report: undefined, reportRows: false, charts: undefined, outDir: undefined, holdout: undefined },
};
const UNPREPARED: Omit<Preparation, "sources" | "features" | "scale" | "kMax" | "seed"> = {
  ...{ where: undefined, categorical: undefined, log: undefined, clip: undefined, missing: undefined },
  ...{ weights: undefined, id: undefined, restarts: undefined },
};

/** What an action finds among the options: those that were not given and have no default are absent. */
type Given<T extends Invocation> = Omit<T, "command" | Argument | Absent<T>> & Partial<Pick<T, Absent<T>>>;
type Argument = "source" | "sources" | "before" | "after";
type Absent<T> = { [K in keyof T]: undefined extends T[K] ? K : T[K] extends boolean ? K : never }[keyof T];
/** Options that are put together with another, or have another name than what they say. */
interface Raw {
  readonly feature?: readonly string[];
  readonly weight?: Readonly<Record<string, number>>;
  readonly edit?: readonly Edit[];
}

function preparation<T extends Raw & { readonly features?: Preparation["features"] }>(
  given: T,
): typeof UNPREPARED & Pick<Preparation, "features"> & Omit<T, keyof Raw | "features"> {
  const { feature, weight, features, edit: _, ...others } = given;
  return { ...UNPREPARED, ...others, weights: weight, features: together(features, feature) };
}

function withFiles(command: Command, what: string = FILES): Command {
  const file = named("a file");
  return command.argument("<files...>", what, (path: string, before: readonly string[] = []) => [
    ...before,
    file(path),
  ]);
}

function together(features: Preparation["features"], names: Raw["feature"]): Preparation["features"] {
  if (features === undefined || names === undefined) return features ?? names;
  if (features === "all") throw new CommandError("usage", "--features all takes every column: --feature adds nothing.");
  return [...features, ...names];
}

/** Refuses options that say nothing without another. */
function checked<T extends SegmentInvocation | RfmInvocation>(asked: T): T {
  const { command, id, outDir, holdout, report, reportRows, out, excel } = asked;
  if (outDir !== undefined && id === undefined && command === "segment") {
    throw new CommandError("usage", "--out-dir writes ids: name their column with --id.");
  }
  if (holdout !== undefined && outDir === undefined) {
    throw new CommandError("usage", "--holdout says how --out-dir divides the segments: give --out-dir too.");
  }
  if (reportRows && report === undefined) {
    throw new CommandError("usage", "--report-rows is about the report: give --report too.");
  }
  if (excel && out === undefined && outDir === undefined) {
    throw new CommandError("usage", "--excel is about the files written: give --out or --out-dir too.");
  }
  return asked;
}
