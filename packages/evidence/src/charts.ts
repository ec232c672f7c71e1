export { type RangeChartInput, type RangeRow, rangeChart } from "./charts/range-chart.js";
export { agreementChart, groupChart, itemChart, processChart } from "./charts/ready-charts.js";
export {
  type SeriesChartInput,
  type SeriesLine,
  type SeriesPoint,
  seriesChart,
} from "./charts/series-chart.js";
export type { Chart, ChartLabels } from "./charts/svg.js";
