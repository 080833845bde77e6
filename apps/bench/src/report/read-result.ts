import type { Identity } from "../contenders/contender.ts";
import type { Agreement, InertiaAgreement } from "../measure/agreement.ts";
import type { Measured, Measurement } from "../measure/measured.ts";
import { WORKS } from "../works.ts";
import type { Machine } from "./machine.ts";
import { type BenchResult, RESULT_VERSION } from "./result.ts";

/** Reads what `--json` wrote. Throws a TypeError that names the first thing that is not as it should be. */
export function readResult(json: unknown): BenchResult {
  const result = fieldsOf(json, "result");
  if (result["format"] !== "kentro-bench" || result["version"] !== RESULT_VERSION) {
    throw new TypeError(`Expected the format kentro-bench, version ${RESULT_VERSION}`);
  }
  return {
    format: "kentro-bench",
    version: RESULT_VERSION,
    date: text(result["date"], "date"),
    breadth: oneOf(["full", "quick", "reach"], result["breadth"], "breadth"),
    machine: machineOf(result["machine"]),
    versions: Object.fromEntries(
      Object.entries(fieldsOf(result["versions"], "versions")).map(([name, version]) => [name, text(version, name)]),
    ),
    measurements: list(result["measurements"], "measurements", measurementOf),
  };
}

function machineOf(json: unknown): Machine {
  const { platform, processor, cores, memoryBytes, load } = fieldsOf(json, "machine");
  return {
    platform: text(platform, "platform"),
    processor: text(processor, "processor"),
    cores: number(cores, "cores"),
    memoryBytes: number(memoryBytes, "memoryBytes"),
    load: number(load, "load"),
  };
}

function measurementOf(json: unknown): Measurement {
  const { work, on, rows, columns, k, bestKnown, measured, leftOut } = fieldsOf(json, "measurement");
  return {
    work: oneOf(WORKS, work, "work"),
    on: text(on, "on"),
    rows: number(rows, "rows"),
    columns: number(columns, "columns"),
    k: number(k, "k"),
    bestKnown: orNull(bestKnown, "bestKnown", number),
    measured: list(measured, "measured", measuredOf),
    leftOut: list(leftOut, "leftOut", text),
  };
}

function measuredOf(json: unknown): Measured {
  const { agreement, span, samplesMs, inertias, iterations, ...identity } = fieldsOf(json, "measured");
  return {
    ...identityOf(identity),
    agreement: agreementOf(agreement),
    span: orNull(span, "span", number),
    samplesMs: list(samplesMs, "samplesMs", number),
    inertias: list(inertias, "inertias", (each) => list(each, "inertias", number)),
    iterations: list(iterations, "iterations", number),
  };
}

function identityOf({ name, precision, threads }: Fields): Identity {
  return {
    name: text(name, "name"),
    precision: oneOf(["float32", "float64"], precision, "precision"),
    threads: oneOf([1, 2, "default"], threads, "threads"),
  };
}

function agreementOf(json: unknown): Agreement {
  const { labels, inertia } = fieldsOf(json, "agreement");
  return {
    labels: orNull(labels, "labels", (each, name) => {
      const { different, allowed, inertia: own } = fieldsOf(each, name);
      return {
        different: number(different, "different"),
        allowed: number(allowed, "allowed"),
        inertia: inertiaOf(own, "inertia"),
      };
    }),
    inertia: orNull(inertia, "inertia", inertiaOf),
  };
}

function inertiaOf(json: unknown, name: string): InertiaAgreement {
  const { off, allowed } = fieldsOf(json, name);
  return { off: number(off, "off"), allowed: number(allowed, "allowed") };
}

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(json: unknown, name: string): Fields {
  if (typeof json !== "object" || json === null || Array.isArray(json)) throw unexpected("an object", name);
  return Object.fromEntries(Object.entries(json));
}

function text(json: unknown, name: string): string {
  if (typeof json !== "string") throw unexpected("a string", name);
  return json;
}

function number(json: unknown, name: string): number {
  if (typeof json !== "number") throw unexpected("a number", name);
  return json;
}

function list<T>(json: unknown, name: string, read: (each: unknown, name: string) => T): readonly T[] {
  if (!Array.isArray(json)) throw unexpected("an array", name);
  return json.map((each: unknown) => read(each, name));
}

function orNull<T>(json: unknown, name: string, read: (each: unknown, name: string) => T): T | null {
  return json === null ? null : read(json, name);
}

function oneOf<T>(allowed: readonly T[], json: unknown, name: string): T {
  const found = allowed.find((each) => each === json);
  if (found === undefined) throw unexpected(allowed.join(", "), name);
  return found;
}

function unexpected(wanted: string, name: string): TypeError {
  return new TypeError(`Expected ${name} to be ${wanted}`);
}
