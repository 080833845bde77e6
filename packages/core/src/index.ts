export { KentroError, type KentroErrorCode } from "./errors.ts";
export { kmeans } from "./kmeans.ts";
export { fromColumns, type Matrix, type Points } from "./matrix.ts";
export { type FitIteration, KMeansFit, KMeansModel } from "./model.ts";
export type { KMeansModelJSON } from "./model-json.ts";
export type { ElbowOptions, KMeansOptions, WorkOptions } from "./options.ts";
export type { Progress } from "./progress.ts";
