// skmeans comes without types: these are of what is used here.
declare module "skmeans" {
  interface Result {
    /** Iterations, without the one that found nothing to move. */
    readonly it: number;
    /** The nearest of the final centroids. */
    test(point: readonly number[]): { readonly idx: number };
  }
  function skmeans(data: readonly number[][], k: number, initial?: number[][], iterations?: number): Result;
  export = skmeans;
}
