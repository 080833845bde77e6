export type { ReportErrorCode } from "./error.ts";
export { ReportError } from "./error.ts";
export type { ReportOptions } from "./report.ts";
export { report } from "./report.ts";
