/** Dashboard. */
import type {
  ChartSummary,
  Dashboard,
  DashboardComponent,
  DashboardComponentColumn,
  DashboardComponentContent,
  DashboardComponentGroupingSort,
  DashboardComponentGroupingSortProperties,
  DashboardComponentSection,
  DashboardComponentSortInfo,
  DashboardDynamicValue,
  DashboardFilter,
  DashboardFilterColumn,
  DashboardFilterOption,
  DashboardFlexTableComponentProperties,
  DashboardGridComponent,
  DashboardGridLayout,
  DashboardTableColumn,
} from '@salesforce/types/metadata';
import { flag, list, number, required, shape, text, type ValueOf } from '../shape.ts';

const dashboardFilterOption = shape<DashboardFilterOption>()({
  operator: required(text),
  values: list(text),
});

const dashboardFilter = shape<DashboardFilter>()({
  dashboardFilterOptions: list(dashboardFilterOption),
  name: required(text),
});

const chartSummary = shape<ChartSummary>()({
  aggregate: text,
  axisBinding: text,
  column: required(text),
});

const dashboardComponentContent = shape<DashboardComponentContent>()({
  additionalInfo: text,
  altText: text,
  componentParameters: text,
  fileName: text,
  fit: text,
  horizontalAlignment: text,
  richTextContent: text,
  tooltip: text,
  verticalAlignment: text,
});

const dashboardDynamicValue = shape<DashboardDynamicValue>()({
  additionalInfo: text,
  fieldName: required(text),
  isDynamicUser: flag,
});

const dashboardFilterColumn = shape<DashboardFilterColumn>()({
  column: required(text),
});

const dashboardTableColumn = shape<DashboardTableColumn>()({
  aggregateType: text,
  calculatePercent: flag,
  column: required(text),
  decimalPlaces: number,
  showSubTotal: flag,
  showTotal: flag,
  sortBy: text,
});

const dashboardComponentColumn = shape<DashboardComponentColumn>()({
  breakPoint1: number,
  breakPoint2: number,
  breakPointOrder: number,
  highRangeColor: number,
  lowRangeColor: number,
  midRangeColor: number,
  reportColumn: required(text),
  showSubTotal: flag,
  showTotal: flag,
  type: required(text),
});

const dashboardComponentSortInfo = shape<DashboardComponentSortInfo>()({
  sortColumn: text,
  sortOrder: text,
});

const dashboardFlexTableComponentProperties = shape<DashboardFlexTableComponentProperties>()({
  decimalPrecision: number,
  flexTableColumn: list(dashboardComponentColumn),
  flexTableSortInfo: dashboardComponentSortInfo,
  hideChatterPhotos: flag,
  useReportTableSetting: flag,
});

const dashboardComponentGroupingSort = shape<DashboardComponentGroupingSort>()({
  groupingLevel: required(text),
  inheritedReportGroupingSort: text,
  sortColumn: text,
  sortOrder: text,
});

const dashboardComponentGroupingSortProperties = shape<DashboardComponentGroupingSortProperties>()({
  groupingSorts: list(dashboardComponentGroupingSort),
});

const dashboardComponent = shape<DashboardComponent>()({
  autoselectColumnsFromReport: flag,
  chartAxisRange: text,
  chartAxisRangeMax: number,
  chartAxisRangeMin: number,
  chartSummary: list(chartSummary),
  componentChartTheme: text,
  componentType: required(text),
  dashboardComponentContents: list(dashboardComponentContent),
  dashboardDynamicValues: list(dashboardDynamicValue),
  dashboardFilterColumns: list(dashboardFilterColumn),
  dashboardTableColumn: list(dashboardTableColumn),
  decimalPrecision: number,
  displayUnits: text,
  drillDownUrl: text,
  drillEnabled: flag,
  drillToDetailEnabled: flag,
  enableHover: flag,
  expandOthers: flag,
  flexComponentProperties: dashboardFlexTableComponentProperties,
  footer: text,
  gaugeMax: number,
  gaugeMin: number,
  groupingColumn: list(text),
  groupingSortProperties: dashboardComponentGroupingSortProperties,
  header: text,
  indicatorBreakpoint1: number,
  indicatorBreakpoint2: number,
  indicatorHighColor: text,
  indicatorLowColor: text,
  indicatorMiddleColor: text,
  legendPosition: text,
  maxValuesDisplayed: number,
  metricLabel: text,
  page: text,
  pageHeightInPixels: number,
  report: text,
  scontrol: text,
  scontrolHeightInPixels: number,
  showPercentage: flag,
  showPicturesOnCharts: flag,
  showPicturesOnTables: flag,
  showRange: flag,
  showTotal: flag,
  showValues: flag,
  sortBy: text,
  sortLegendValues: flag,
  title: text,
  useReportChart: flag,
});

const dashboardGridComponent = shape<DashboardGridComponent>()({
  colSpan: required(number),
  columnIndex: required(number),
  dashboardComponent: required(dashboardComponent),
  rowIndex: required(number),
  rowSpan: required(number),
});

const dashboardGridLayout = shape<DashboardGridLayout>()({
  dashboardGridComponents: list(dashboardGridComponent),
  numberOfColumns: required(number),
  rowHeight: required(number),
});

const dashboardComponentSection = shape<DashboardComponentSection>()({
  columnSize: required(text),
  components: list(dashboardComponent),
});

export const dashboard = shape<Dashboard>()({
  backgroundEndColor: required(text),
  backgroundFadeDirection: required(text),
  backgroundStartColor: required(text),
  chartTheme: text,
  colorPalette: text,
  dashboardChartTheme: text,
  dashboardColorPalette: text,
  dashboardFilters: list(dashboardFilter),
  dashboardGridLayout,
  dashboardResultRefreshedDate: text,
  dashboardResultRunningUser: text,
  dashboardType: text,
  description: text,
  folderName: text,
  fullName: text,
  isGridLayout: flag,
  leftSection: dashboardComponentSection,
  middleSection: dashboardComponentSection,
  numSubscriptions: number,
  owner: text,
  rightSection: dashboardComponentSection,
  runningUser: text,
  textColor: required(text),
  title: required(text),
  titleColor: required(text),
  titleSize: required(number),
});

export type DashboardSource = ValueOf<typeof dashboard>;
