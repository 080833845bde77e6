import type { Segmentation, Table } from "@kentro/segments";
import { type ShownColumn, shownColumns } from "../columns.ts";
import { sampleCustomers } from "../sample.ts";
import { mapAxes } from "./axes.ts";
import { categoryCharts } from "./categories.ts";
import type { Chart } from "./chart.ts";
import { elbowChart } from "./elbow.ts";
import { importanceChart } from "./importance.ts";
import { mapChart } from "./map.ts";
import { silhouettesChart } from "./silhouettes.ts";
import { sizesChart } from "./sizes.ts";
import { snakeChart } from "./snake.ts";
import { stabilityChart } from "./stability.ts";

/** What pictures may be asked for. */
export interface ChartOptions {
  /** Two numeric columns to map the segments by. Default: the two features, or of more the two principal components. */
  readonly map?: readonly [string, string];
}

/**
 * Every picture there is of a segmentation, in the order of the report: sizes, map, snake plot, relative importance,
 * category shares, elbow, silhouettes, stability; those that the segmentation has nothing for are absent. No single
 * customer is drawn, and nothing of segments of fewer than five but how large they are. The same arguments give the same pictures.
 *
 * @param segmentation the result
 * @param table the table it was made from
 * @throws ReportError `different-table` when `table` does not fit `segmentation`
 * @example
 * for (const { name, svg } of await charts(await segment(mall), mall)) await writeFile(`${name}.svg`, svg);
 */
export async function charts(
  segmentation: Segmentation,
  table: Table,
  options: ChartOptions = {},
): Promise<readonly Chart[]> {
  return await chartsOf(segmentation, table, shownColumns(segmentation, table).shown, options);
}

/** As `charts`, of columns already chosen. */
export async function chartsOf(
  segmentation: Segmentation,
  table: Table,
  shown: readonly ShownColumn[],
  { map }: ChartOptions,
): Promise<readonly Chart[]> {
  const customers = await sampleCustomers(segmentation, table);
  const axes = await mapAxes(segmentation, table, customers, map);
  const made = [
    await sizesChart(segmentation),
    axes && (await mapChart(segmentation, axes)),
    await snakeChart(segmentation, shown),
    await importanceChart(segmentation, shown),
    ...(await categoryCharts(segmentation)),
    await elbowChart(segmentation),
    await silhouettesChart(segmentation, customers),
    await stabilityChart(segmentation),
  ];
  return made.filter((chart) => chart !== null);
}
