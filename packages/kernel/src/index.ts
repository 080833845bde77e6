export { chunkRows, KernelMemoryError, type Precision } from "./layout.ts";
export { PairwiseDistances } from "./pairwise.ts";
export { createPartials, type Partials } from "./partials.ts";
export { Workspace, type WorkspaceShape } from "./workspace.ts";
