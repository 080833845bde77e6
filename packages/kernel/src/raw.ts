// The kernels without a workspace around them, for those who measure them one by one.
export {
  CHUNK_BLOCKS,
  createMemory,
  elementBytes,
  lanesOf,
  type Precision,
  Regions,
  SPAN_CHUNKS,
  STRIDE,
} from "./layout.ts";
export { compileKernel, instantiateKernel, type KernelInstance, type PrecisionExports } from "./module.ts";
export { quantizationOf, roundCentroids } from "./quantized.ts";
