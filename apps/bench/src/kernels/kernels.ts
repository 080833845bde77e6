import { CHUNK_BLOCKS, elementBytes, type KernelInstance, quantizationOf, roundCentroids } from "@kentro/kernel/raw";
import { elementsAt, type Room } from "./room.ts";

/** One kernel at work in a room. */
export interface KernelRun {
  /** Of the export, without the precision. */
  readonly name: string;
  /** What it is measured on, where that is not plain. */
  readonly remark: string;
  /** Floating-point operations of one run. */
  readonly operations: number;
  /** Bytes read and written in one run. */
  readonly bytes: number;
  /** Is not timed. */
  prepare?(): void;
  run(): void;
}

/** Every kernel that this file knows, at work in a room. */
export function kernelRuns(instance: KernelInstance, room: Room): readonly KernelRun[] {
  return [
    ...stepRuns(instance, room),
    ...roundedRuns(instance, room),
    ...surveyRuns(instance, room),
    ...distanceRuns(instance, room),
    ...loadRuns(instance, room),
  ];
}

/** A difference, a square and a sum for each column of each row and centroid. */
const DIFFERENCE = 3;

function stepRuns(instance: KernelInstance, room: Room): readonly KernelRun[] {
  const kernel = instance[room.precision];
  const { points, blocks, rows, columns, centroids, k, labels, sums, counts, weightSums, weights } = room;
  const { inertia, scratch, closest, chunkSlack, reach, looked } = room;
  const values = rows * columns * elementBytes(room.precision);
  const operations = DIFFERENCE * rows * columns * k;
  const forgetSlack = (): void => {
    elementsAt(room, closest, rows).fill(Number.NEGATIVE_INFINITY);
    elementsAt(room, chunkSlack, Math.ceil(blocks / CHUNK_BLOCKS)).fill(Number.NEGATIVE_INFINITY);
  };
  const assign = (): unknown =>
    kernel.assign(points, blocks, rows, columns, centroids, k, labels, sums, counts, inertia, scratch);
  const assignBounded = (): void => {
    kernel.assignBounded(
      points,
      rows,
      columns,
      centroids,
      k,
      labels,
      closest,
      chunkSlack,
      reach,
      sums,
      counts,
      looked,
      0,
      0,
      0,
      0,
      0,
      scratch,
    );
  };
  return [
    {
      name: "nearest",
      remark: "",
      operations,
      bytes: values + rows * (4 + elementBytes(room.precision)),
      run: () => kernel.nearest(points, blocks, columns, centroids, k, labels, closest),
    },
    { name: "assign", remark: "no row moves", operations, bytes: values + rows * 4, prepare: assign, run: assign },
    {
      name: "assignWeighted",
      remark: "no row moves",
      operations,
      bytes: values + rows * 12,
      prepare: assign,
      run: () => {
        kernel.assignWeighted(
          points,
          blocks,
          rows,
          columns,
          centroids,
          k,
          labels,
          sums,
          counts,
          weightSums,
          weights,
          inertia,
          scratch,
        );
      },
    },
    {
      name: "assignBounded",
      remark: "every row is looked at",
      operations,
      bytes: values + rows * (4 + elementBytes(room.precision)),
      prepare: forgetSlack,
      run: assignBounded,
    },
    {
      name: "moveRow",
      remark: "called for each row",
      operations: rows * columns,
      bytes: values + rows * 8,
      // Each row has a cluster that it can leave.
      prepare: assign,
      run: () => {
        for (let row = 0; row < rows; row++) {
          kernel.moveRow(points, row, columns, labels, row % k, sums, counts, weightSums, 0);
        }
      },
    },
    {
      name: "addSquares",
      remark: "",
      operations: 2 * rows * columns,
      bytes: values,
      run: () => kernel.addSquares(points, rows, columns, inertia),
    },
  ];
}

/** Of rounded rows: a product and a sum for each column. */
const PRODUCT = 2;

function roundedRuns(instance: KernelInstance, room: Room): readonly KernelRun[] {
  const kernel = instance[room.precision];
  const { memory, precision, points, rows, columns, centroids, k, labels, sums, counts, scratch } = room;
  const { quantizedFrame, quantized, extents, rounded, rule, doubted } = room;
  const bytes = rows * columns * 2;
  const means = new Float64Array(columns).fill(0.5);
  const quantization = quantizationOf(new Float64Array(columns), new Float64Array(columns).fill(1), means);
  const form =
    quantization &&
    roundCentroids(Float64Array.from(elementsAt(room, centroids, k * columns)), quantization, precision);
  if (quantization === null || form === null) return [];
  const quantize = (): void => kernel.quantize(points, rows, columns, quantizedFrame, quantized, extents);
  return [
    {
      name: "quantize",
      remark: "",
      operations: 4 * rows * columns,
      bytes: rows * columns * elementBytes(precision) + bytes,
      prepare: () => {
        const frame = new Float64Array(memory.buffer, quantizedFrame, columns * 2);
        quantization.factors.forEach((factor, j) => {
          frame.set([means[j], factor], 2 * j);
        });
      },
      run: quantize,
    },
    {
      name: "assignQuantized",
      remark: "no row moves",
      operations: PRODUCT * rows * columns * k,
      bytes: bytes + rows * 4,
      prepare: () => {
        quantize();
        new Int32Array(memory.buffer, rounded, form.words.length).set(form.words);
        new Float64Array(memory.buffer, rule, form.rule.length + 1).set([...form.rule, form.scale]);
      },
      run: () => {
        kernel.assignQuantized(
          points,
          rows,
          columns,
          centroids,
          k,
          labels,
          sums,
          counts,
          quantized,
          extents,
          rounded,
          form.tags,
          rule,
          doubted,
          scratch,
        );
      },
    },
  ];
}

function surveyRuns(instance: KernelInstance, room: Room): readonly KernelRun[] {
  const kernel = instance[room.precision];
  const { points, blocks, rows, columns, centroids, k, labels, closest, sums, counts, weightSums, scratch } = room;
  const { surveyed, seconds, costs, gains } = room;
  const bytes = elementBytes(room.precision);
  const operations = DIFFERENCE * rows * columns * k;
  const survey = (): void => {
    kernel.survey(
      points,
      blocks,
      rows,
      columns,
      centroids,
      k,
      surveyed,
      closest,
      seconds,
      labels,
      sums,
      counts,
      weightSums,
      0,
      costs,
      scratch,
    );
  };
  return [
    {
      name: "survey",
      remark: "no row moves",
      operations,
      bytes: rows * (columns * bytes + 8 + 2 * bytes),
      prepare: survey,
      run: survey,
    },
    {
      name: "exchange",
      remark: "candidates as many as centroids, and at their places",
      operations,
      bytes: rows * (columns * bytes + 4 + 2 * bytes),
      prepare: survey,
      run: () => {
        kernel.exchange(points, blocks, rows, columns, centroids, k, k, surveyed, closest, seconds, 0, gains, scratch);
      },
    },
  ];
}

function distanceRuns(instance: KernelInstance, room: Room): readonly KernelRun[] {
  const kernel = instance[room.precision];
  const { points, blocks, rows, columns, centroids, k, closest, scratch, distances } = room;
  const bytes = elementBytes(room.precision);
  const values = rows * columns * bytes;
  const operations = DIFFERENCE * rows * columns;
  const runs: readonly KernelRun[] = [
    {
      name: "distancesToOne",
      remark: "",
      operations,
      bytes: values + rows * bytes,
      run: () => kernel.distancesToOne(points, blocks, columns, centroids, distances),
    },
    {
      name: "distancesToAll",
      remark: "",
      operations: operations * k,
      bytes: values + rows * k * bytes,
      run: () => kernel.distancesToAll(points, blocks, columns, centroids, k, distances),
    },
    {
      name: "seedCost",
      remark: "",
      operations,
      bytes: values + rows * bytes,
      run: () => {
        kernel.seedCost(points, blocks, rows, columns, centroids, closest, 0, 0, scratch);
      },
    },
  ];
  if (room.precision === "float32") return runs;
  const distanceSum: KernelRun = {
    name: "distanceSum",
    remark: "",
    operations,
    bytes: values,
    run: () => {
      instance.distanceSum(points, blocks, rows, columns, centroids, scratch);
    },
  };
  return [...runs, distanceSum];
}

function loadRuns(instance: KernelInstance, room: Room): readonly KernelRun[] {
  const kernel = instance[room.precision];
  const { points, rows, columns, raw, origin, moments, low, high } = room;
  const values = rows * columns * elementBytes(room.precision);
  const runs: readonly KernelRun[] = [
    {
      name: "extent",
      remark: "",
      operations: 2 * rows * columns,
      bytes: values,
      run: () => {
        kernel.extent(raw, rows, columns, low, high);
      },
    },
    {
      name: "place",
      remark: "",
      // Shift and scale; the sum, the square and its sum.
      operations: 5 * rows * columns,
      bytes: 2 * values,
      run: () => kernel.place(raw, rows, columns, origin, 1, 0, points, moments),
    },
  ];
  if (room.precision === "float64") return runs;
  const placeRounded: KernelRun = {
    name: "placeRounded",
    remark: "from float64",
    operations: 5 * rows * columns,
    bytes: 3 * values,
    run: () => kernel.placeFloat64(raw, rows, columns, origin, 1, 0, points, moments),
  };
  return [...runs, placeRounded];
}
