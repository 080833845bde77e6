/** A file to be written of a run. */
export interface WriteRequest {
  readonly type: "write";
  readonly id: number;
  readonly run: number;
  readonly path: string;
  readonly overwrite: boolean;
}

/** It was written, or is there already. */
export type WriteReply =
  | { readonly type: "written"; readonly id: number; readonly path: string; readonly rows: number }
  | { readonly type: "exists"; readonly id: number; readonly path: string };
