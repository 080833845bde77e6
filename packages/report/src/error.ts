/** Why a picture or report could not be made. `different-table`: the table is not the one that was segmented. */
export type ReportErrorCode = "different-table";

/** The one error class of this package; `message` is for people, `code` for programs and never changes. */
export class ReportError extends Error {
  readonly code: ReportErrorCode;

  constructor(code: ReportErrorCode, message: string) {
    super(message);
    this.name = "ReportError";
    this.code = code;
  }
}
