import { visible } from "../text/visible.ts";

/** `usage`: the command line itself is wrong (exit code 2). `input`: a file or what is in it is at fault (exit code 1). */
export type CommandErrorCode = "usage" | "input";

/** What the commands themselves find at fault. Its message is one sentence for the user. */
export class CommandError extends Error {
  override readonly name = "CommandError";
  readonly code: CommandErrorCode;

  constructor(code: CommandErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** What a failed command leaves: a process exit code and one line for stderr. */
export interface Failure {
  readonly exitCode: number;
  readonly message: string;
}

const SPEAKS_TO_THE_USER = new Set(["CommandError", "KentroError", "TablesError", "SegmentsError", "ReportError"]);

/**
 * Turns whatever was thrown into an exit code and one line without control characters.
 * Errors are told apart by name, not by class: loading a package to learn that it has not failed costs time.
 */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { exitCode: 1, message: visible(`something unexpected was thrown: ${error}`) };
  if (error instanceof CommandError && error.code === "usage") return { exitCode: 2, message: visible(error.message) };
  if (SPEAKS_TO_THE_USER.has(error.name)) return { exitCode: 1, message: visible(error.message) };
  return { exitCode: 1, message: visible(fileSystemSentence(error) ?? unexpectedSentence(error)) };
}

/**
 * One sentence for an error of Node's file system, or null for any other error. An error that names no file (one of
 * reading or writing, not of opening) is about `file`.
 */
export function fileSystemSentence(error: Error, file?: string): string | null {
  const { code, path } = error as NodeJS.ErrnoException;
  const reason = code === undefined ? undefined : FILE_SYSTEM[code];
  const named = path === undefined ? file : `"${path}"`;
  return reason === undefined || named === undefined ? null : `${named} ${reason}.`;
}

const FILE_SYSTEM: Readonly<Record<string, string>> = {
  ENOENT: "does not exist",
  ENOTDIR: "does not exist: a part of its path is a file, not a folder",
  EISDIR: "is a folder, not a file",
  EACCES: "may not be opened: permission denied",
  EPERM: "may not be opened: the operation is not permitted",
  EROFS: "cannot be written: the file system is read-only",
  ENOSPC: "cannot be written: no space is left on the disk",
  EDQUOT: "cannot be written: no space is left on the disk for this user",
  EFBIG: "cannot be written: it would be larger than a file may be",
  EIO: "cannot be reached: the device reports an error",
  EMFILE: "cannot be opened: too many files are open",
  ENAMETOOLONG: "cannot be opened: its name is too long",
  ELOOP: "cannot be opened: its symbolic links go round in a circle",
  ERR_FS_FILE_TOO_LARGE: "is too large to be read",
};

function unexpectedSentence(error: Error): string {
  const first = error.message.split("\n", 1)[0] || error.name;
  return `Something unexpected went wrong: ${first} (KENTRO_DEBUG=1 shows where).`;
}
