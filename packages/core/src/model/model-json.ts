import { KentroError } from "../errors.ts";
import type { ModelParts } from "./model-parts.ts";

const FORMAT = "kentro-kmeans";
const VERSION = 1;

/** A model as JSON: what `KMeansModel.toJSON` gives. */
export interface KMeansModelJSON {
  readonly format: typeof FORMAT;
  readonly version: typeof VERSION;
  readonly k: number;
  readonly columns: number;
  readonly precision: "float32" | "float64";
  /** `k` rows of `columns` numbers. */
  readonly centroids: readonly (readonly number[])[];
  readonly inertia: number;
  readonly iterations: number;
  readonly converged: boolean;
  readonly sizes: readonly number[];
  readonly weightSums: readonly number[];
  /** Points are compared as `(value - origin) * scale`. */
  readonly frame: { readonly origin: readonly number[]; readonly scale: number };
}

export function writeModel(model: ModelParts): KMeansModelJSON {
  const { data, rows, columns } = model.centroids;
  return {
    format: FORMAT,
    version: VERSION,
    k: rows,
    columns,
    precision: model.precision,
    centroids: Array.from({ length: rows }, (_, row) => Array.from(data.subarray(row * columns, (row + 1) * columns))),
    inertia: model.inertia,
    iterations: model.iterations,
    converged: model.converged,
    sizes: model.sizes,
    weightSums: model.weightSums,
    frame: { origin: Array.from(model.frame.origin), scale: model.frame.scale },
  };
}

/** The parts of a model from JSON, if it is one in every detail. Throws KentroError INVALID_MODEL, NEWER_MODEL. */
export function readModel(json: unknown): ModelParts {
  const file = objectOf(typeof json === "string" ? parsed(json) : json, "the model");
  if (file["format"] !== FORMAT) throw invalid(`format should be "${FORMAT}"`);
  const { version } = file;
  if (typeof version === "number" && version > VERSION) {
    throw new KentroError(
      "NEWER_MODEL",
      `Expected a model of version ${VERSION}, got version ${version}: a newer Kentro wrote it, update to read it`,
    );
  }
  if (version !== VERSION) throw invalid(`version should be ${VERSION}`);
  const { precision, converged } = file;
  if (precision !== "float32" && precision !== "float64") throw invalid('precision should be "float32" or "float64"');
  if (typeof converged !== "boolean") throw invalid("converged should be true or false");
  const k = whole(file["k"], "k", 1);
  const columns = whole(file["columns"], "columns", 1);
  const centroids = listOf(file["centroids"], "centroids", k).map((row, i) => {
    return numbersOf(row, `centroids[${i}]`, columns);
  });
  const frame = objectOf(file["frame"], "frame");
  return {
    centroids: { data: Float64Array.from(centroids.flat()), rows: k, columns },
    frame: {
      origin: Float64Array.from(numbersOf(frame["origin"], "frame.origin", columns)),
      scale: powerOfTwo(frame["scale"]),
    },
    precision,
    inertia: number(file["inertia"], "inertia", 0),
    iterations: whole(file["iterations"], "iterations", 1),
    converged,
    sizes: listOf(file["sizes"], "sizes", k).map((size, i) => whole(size, `sizes[${i}]`, 0)),
    weightSums: listOf(file["weightSums"], "weightSums", k).map((sum, i) => number(sum, `weightSums[${i}]`, 0)),
  };
}

function invalid(what: string): KentroError {
  return new KentroError("INVALID_MODEL", `Expected a model that Kentro saved, but ${what}`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new KentroError("INVALID_MODEL", "Expected a model that Kentro saved, but it is not JSON", { cause });
  }
}

function objectOf(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw invalid(`${what} should be an object`);
  return Object.fromEntries(Object.entries(value));
}

function listOf(value: unknown, what: string, length: number): readonly unknown[] {
  if (!Array.isArray(value) || value.length !== length) throw invalid(`${what} should be a list of ${length}`);
  return value;
}

function numbersOf(value: unknown, what: string, length: number): readonly number[] {
  return listOf(value, what, length).map((entry, i) => number(entry, `${what}[${i}]`, -Number.MAX_VALUE));
}

function number(value: unknown, what: string, least: number): number {
  if (typeof value === "number" && value >= least && value <= Number.MAX_VALUE) return value;
  throw invalid(`${what} should be a finite number${least === 0 ? " of at least 0" : ""}`);
}

function whole(value: unknown, what: string, least: number): number {
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= least) return value;
  throw invalid(`${what} should be a whole number of at least ${least}`);
}

function powerOfTwo(value: unknown): number {
  const scale = number(value, "frame.scale", Number.MIN_VALUE);
  // Multiplying by anything else would round, and labels would no longer be those of the fit.
  if (2 ** Math.round(Math.log2(scale)) === scale) return scale;
  throw invalid("frame.scale should be a power of two");
}
