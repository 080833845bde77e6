import { wasmBase64 } from "./generated/wasm.ts";
import type { Precision } from "./layout.ts";

/** The module's exports for one precision; what the arguments mean stands with each kernel in `assembly/`. */
export interface PrecisionExports {
  nearest(
    points: number,
    blocks: number,
    columns: number,
    centroids: number,
    k: number,
    labels: number,
    distances: number,
  ): void;
  assign(
    points: number,
    blocks: number,
    rows: number,
    columns: number,
    centroids: number,
    k: number,
    labels: number,
    sums: number,
    counts: number,
    inertia: number,
    scratch: number,
  ): number;
  assignWeighted(
    points: number,
    blocks: number,
    rows: number,
    columns: number,
    centroids: number,
    k: number,
    labels: number,
    sums: number,
    counts: number,
    weightSums: number,
    weights: number,
    inertia: number,
    scratch: number,
  ): number;
  moveRow(
    points: number,
    row: number,
    columns: number,
    labels: number,
    to: number,
    sums: number,
    counts: number,
    weightSums: number,
    weights: number,
  ): void;
  assignBounded(
    points: number,
    rows: number,
    columns: number,
    centroids: number,
    k: number,
    labels: number,
    slack: number,
    chunkSlack: number,
    reach: number,
    sums: number,
    counts: number,
    looked: number,
    quantized: number,
    extents: number,
    rounded: number,
    tags: number,
    rule: number,
    scratch: number,
  ): number;
  quantize(points: number, rows: number, columns: number, frame: number, quantized: number, extents: number): void;
  assignQuantized(
    points: number,
    rows: number,
    columns: number,
    centroids: number,
    k: number,
    labels: number,
    sums: number,
    counts: number,
    quantized: number,
    extents: number,
    rounded: number,
    tags: number,
    rule: number,
    doubted: number,
    scratch: number,
  ): number;
  assignChanged(
    points: number,
    blocks: number,
    rows: number,
    columns: number,
    centroids: number,
    k: number,
    changed: number,
    indices: number,
    count: number,
    flags: number,
    labels: number,
    distances: number,
    sums: number,
    counts: number,
    weightSums: number,
    weights: number,
    inertia: number,
    scratch: number,
  ): number;
  addSquares(points: number, rows: number, columns: number, sum: number): void;
  distancesToOne(points: number, blocks: number, columns: number, centroid: number, distances: number): void;
  distancesToAll(
    points: number,
    blocks: number,
    columns: number,
    centroids: number,
    k: number,
    distances: number,
  ): void;
  seedCost(
    points: number,
    blocks: number,
    rows: number,
    columns: number,
    centroid: number,
    closest: number,
    take: number,
    weights: number,
    scratch: number,
  ): number;
  survey(
    points: number,
    blocks: number,
    rows: number,
    columns: number,
    centroids: number,
    k: number,
    labels: number,
    distances: number,
    seconds: number,
    assigned: number,
    sums: number,
    counts: number,
    weightSums: number,
    weights: number,
    costs: number,
    scratch: number,
  ): void;
  exchange(
    points: number,
    blocks: number,
    rows: number,
    columns: number,
    candidates: number,
    count: number,
    k: number,
    labels: number,
    distances: number,
    seconds: number,
    weights: number,
    gains: number,
    scratch: number,
  ): void;
  /** 1 where every value is finite, else 0. */
  extent(raw: number, rows: number, columns: number, low: number, high: number): number;
  place(
    raw: number,
    rows: number,
    columns: number,
    origin: number,
    scale: number,
    weights: number,
    points: number,
    moments: number,
  ): void;
  /** As `place`, of raw values in float64 whatever the points are. */
  placeFloat64(
    raw: number,
    rows: number,
    columns: number,
    origin: number,
    scale: number,
    weights: number,
    points: number,
    moments: number,
  ): void;
}

/** The kernels of a tree for one precision: `assembly/tree*.ts`. */
export interface TreeExports {
  keys(
    points: number,
    rows: number,
    columns: number,
    frame: number,
    spread: number,
    bins: number,
    walk: number,
    bits: number,
    steps: number,
    keys: number,
  ): void;
  count(keys: number, rows: number, lower: number, counts: number): void;
  scatter(
    points: number,
    keys: number,
    first: number,
    rows: number,
    columns: number,
    lower: number,
    offsets: number,
    scattered: number,
    order: number,
    digits: number,
  ): void;
  sort(
    scattered: number,
    order: number,
    digits: number,
    first: number,
    rows: number,
    columns: number,
    lower: number,
    ends: number,
    scratch: number,
    most: number,
  ): void;
  place(
    points: number,
    rows: number,
    columns: number,
    leaves: number,
    middles: number,
    tops: number,
    scratch: number,
  ): void;
  assign(
    points: number,
    rows: number,
    columns: number,
    centroids: number,
    k: number,
    labels: number,
    leaves: number,
    middles: number,
    tops: number,
    sums: number,
    counts: number,
    looked: number,
    clock: number,
    scratch: number,
  ): number;
  takeLabels(labels: number, order: number, rows: number, taken: number): void;
  giveLabels(
    labels: number,
    leaves: number,
    middles: number,
    tops: number,
    order: number,
    rows: number,
    columns: number,
    given: number,
  ): void;
  tellLabels(labels: number, rows: number, columns: number, leaves: number, middles: number, tops: number): void;
}

/** The whole module, instantiated over one memory. */
export interface KernelInstance {
  readonly float32: PrecisionExports;
  readonly float64: PrecisionExports;
  readonly trees: Readonly<Record<Precision, TreeExports>>;
  distanceSum(points: number, blocks: number, rows: number, columns: number, point: number, scratch: number): number;
}

/** The bytes of the WebAssembly module, as shipped. */
export function wasmBytes(): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(wasmBase64), (character) => character.charCodeAt(0));
}

/**
 * The same module for a memory that threads share. Kernels use no atomic instruction: but for the kind of memory that is
 * imported, one byte, the two are alike, and so are their results.
 */
export function sharedWasmBytes(): Uint8Array<ArrayBuffer> {
  const bytes = wasmBytes();
  bytes[limitsOfMemory(bytes)] = SHARED_LIMITS;
  return bytes;
}

/** What begins the limits of a memory that has a maximum, and of one that is shared besides. */
const LIMITS = 1;
const SHARED_LIMITS = 3;

/** The import of `env.memory` as the binary format writes it: both names with their lengths, and the kind. */
const MEMORY_IMPORT: readonly number[] = [3, ...codesOf("env"), 6, ...codesOf("memory"), 2, LIMITS];

function limitsOfMemory(bytes: Uint8Array): number {
  const at = bytes.findIndex((_, start) => MEMORY_IMPORT.every((code, offset) => bytes[start + offset] === code));
  if (at < 0) throw new TypeError("Expected a module that imports env.memory with a maximum");
  return at + MEMORY_IMPORT.length - 1;
}

function codesOf(text: string): readonly number[] {
  return Array.from(text, (character) => character.charCodeAt(0));
}

let compiled: Promise<WebAssembly.Module> | undefined;
let compiledShared: Promise<WebAssembly.Module> | undefined;

/** Compiles the kernel, once for all who ask: a compiled module holds no state. */
export function compileKernel(): Promise<WebAssembly.Module> {
  compiled ??= WebAssembly.compile(wasmBytes());
  return compiled;
}

/** Compiles the kernel for memories that threads share, once for all who ask. */
export function compileSharedKernel(): Promise<WebAssembly.Module> {
  compiledShared ??= WebAssembly.compile(sharedWasmBytes());
  return compiledShared;
}

/** Instantiates a compiled kernel over `memory`. Several instances may share one memory: the module has no state. */
export function instantiateKernel(module: WebAssembly.Module, memory: WebAssembly.Memory): KernelInstance {
  const exports = new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as Record<string, never>;
  const precision = (suffix: "F32" | "F64"): PrecisionExports => ({
    nearest: exports[`nearest${suffix}`],
    assign: exports[`assign${suffix}`],
    assignWeighted: exports[`assignWeighted${suffix}`],
    assignBounded: exports[`assignBounded${suffix}`],
    quantize: exports[`quantize${suffix}`],
    assignQuantized: exports[`assignQuantized${suffix}`],
    assignChanged: exports[`assignChanged${suffix}`],
    addSquares: exports[`addSquares${suffix}`],
    moveRow: exports[`moveRow${suffix}`],
    distancesToOne: exports[`distancesToOne${suffix}`],
    distancesToAll: exports[`distancesToAll${suffix}`],
    seedCost: exports[`seedCost${suffix}`],
    survey: exports[`survey${suffix}`],
    exchange: exports[`exchange${suffix}`],
    extent: exports[`extent${suffix}`],
    place: exports[`place${suffix}`],
    placeFloat64: exports[suffix === "F32" ? "placeRoundedF32" : "placeF64"],
  });
  const tree = (suffix: "F32" | "F64"): TreeExports => ({
    keys: exports[`treeKeys${suffix}`],
    count: exports["treeCount"],
    scatter: exports[`treeScatter${suffix}`],
    sort: exports[`treeSort${suffix}`],
    place: exports[`treePlace${suffix}`],
    assign: exports[`treeAssign${suffix}`],
    takeLabels: exports["treeTakeLabels"],
    giveLabels: exports[`treeGiveLabels${suffix}`],
    tellLabels: exports[`treeTellLabels${suffix}`],
  });
  return {
    float32: precision("F32"),
    float64: precision("F64"),
    trees: { float32: tree("F32"), float64: tree("F64") },
    distanceSum: exports["distanceSumF64"],
  };
}
