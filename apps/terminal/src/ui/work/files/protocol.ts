/** The tables in a folder, and those opened lately. */
export interface FilesRequest {
  readonly type: "files";
  readonly id: number;
  /** Null for the folder that the program was started in. */
  readonly folder: string | null;
}

/** What is in it. */
export interface FilesReply {
  readonly type: "files";
  readonly id: number;
  readonly folder: string;
}
