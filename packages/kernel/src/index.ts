export { type Divisible, type Seat, takeSeat } from "./divisible.ts";
export { ColumnExtent } from "./extent.ts";
export { inertiaBySums } from "./inertia.ts";
export { chunkRows, createSharedMemory, KernelMemoryError, type Precision } from "./layout.ts";
export { PairwiseDistances, type PairwiseShape } from "./pairwise.ts";
export { createPartials, type Partials } from "./partials.ts";
export { MOST_TREE_COLUMNS, TREE_ROWS, type Tree } from "./tree.ts";
export { MOST_CANDIDATES, type Moments, type Operation, Workspace, type WorkspaceShape } from "./workspace.ts";
