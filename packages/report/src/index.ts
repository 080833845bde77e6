export type { Chart } from "./charts/chart.ts";
export type { ChartOptions } from "./charts/charts.ts";
export { charts } from "./charts/charts.ts";
export type { ReportErrorCode } from "./error.ts";
export { ReportError } from "./error.ts";
export type { ReportOptions } from "./report.ts";
export { report } from "./report.ts";
