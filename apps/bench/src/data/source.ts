/** Where points come from. A seed is a whole number from 0 to 2^32 - 1. */
export type Source =
  /** The mall customers' income and spending score. */
  | { readonly kind: "mall" }
  /** Bell-shaped blobs; `apart` is the distance between two centers, on average, in standard deviations of a blob. */
  | { readonly kind: "blobs" | "far blobs"; readonly seed: number; readonly apart: number }
  /** No clusters: uniform in a cube. */
  | { readonly kind: "noise"; readonly seed: number }
  /** What a customer table looks like: skewed spending, ages, categories one-hot. */
  | { readonly kind: "customers"; readonly seed: number }
  /** Blobs on a grid, of unequal size and density, or in chains: the best clustering is known to be hard to find. */
  | { readonly kind: "grid" | "uneven" | "chains"; readonly seed: number }
  /** A set that comes with scikit-learn; wine with its columns standardized. */
  | { readonly kind: "iris" | "wine" | "digits" };

/** Sets that come with scikit-learn. */
export type ScikitLearnSet = Extract<Source["kind"], "iris" | "wine" | "digits">;

/** Whether points come with scikit-learn, and so with Python alone. */
export function isScikitLearnSet(source: Source): source is { readonly kind: ScikitLearnSet } {
  return source.kind === "iris" || source.kind === "wine" || source.kind === "digits";
}
