/** Reads `dashboardMetadata` of a request: what it names replaces that part of the dashboard, the rest stays. */
import { type ComponentSource, componentsOf, GRID_COLUMNS } from '../../metadata/dashboard-components.ts';
import { dashboard, type DashboardSource } from '../../metadata/readers/dashboard.ts';
import { parseXml } from '../../metadata/xml.ts';
import { NotSupported } from '../../schema/errors.ts';
import { ApiError } from '../http/errors.ts';
import { asArray, asObject, type JsonObject, optionalText, requiredText } from '../json/read-body.ts';
import { summaryOfAggregate } from './names.ts';

/** "Dashboards can have up to 20 components" ("Dashboard Limits" in Salesforce Help, before widgets of other kinds). */
const MOST_COMPONENTS = 20;

/** Colours by which a component shows how high its number is ("DashboardComponent", Metadata API Developer Guide). */
const MOST_COLORS = 3;

/** "Up to five filters", each with up to 50 values. */
export const MOST_FILTERS = 5;
export const MOST_OPTIONS = 50;

/** What the request's names mean in the org. */
export interface DashboardNames {
  /** Of a report by its id. Throws when the user does not see it. */
  report(id: string): string;
  /** Place of the component that has this id in the dashboard as it was. */
  place(componentId: string): number | undefined;
}

type Grid = NonNullable<DashboardSource['dashboardGridLayout']>;

/** Where a dashboard of a file says it is from. */
const source = { file: 'a saved dashboard', line: 1 };

export const EMPTY_DASHBOARD: DashboardSource = dashboard(
  parseXml(
    `<Dashboard><backgroundEndColor>#FFFFFF</backgroundEndColor><backgroundFadeDirection>Diagonal</backgroundFadeDirection>
    <backgroundStartColor>#FFFFFF</backgroundStartColor><dashboardGridLayout><numberOfColumns>${GRID_COLUMNS}</numberOfColumns>
    <rowHeight>36</rowHeight></dashboardGridLayout><dashboardType>SpecifiedUser</dashboardType><textColor>#000000</textColor>
    <title>New Dashboard</title><titleColor>#000000</titleColor><titleSize>12</titleSize></Dashboard>`,
    source.file,
  ),
  { file: source.file, ignored: [] },
);

export function changedDashboard(base: DashboardSource, metadata: JsonObject, names: DashboardNames): DashboardSource {
  const title = metadata.name === undefined ? base.title : requiredText(metadata, 'name');
  if (title.length > 80) throw new ApiError(400, 'BAD_REQUEST', 'The name of a dashboard has at most 80 characters.');
  return {
    ...base,
    title,
    description: metadata.description === undefined ? base.description : optionalText(metadata, 'description'),
    dashboardType: metadata.dashboardType === undefined ? base.dashboardType : dashboardType(metadata.dashboardType),
    dashboardFilters: metadata.filters === undefined ? base.dashboardFilters : filters(metadata.filters),
    ...(metadata.components === undefined ? {} : grid(base, metadata, names)),
  };
}

function dashboardType(value: unknown): string {
  if (value === 'SpecifiedUser' || value === 'LoggedInUser') return value;
  throw new NotSupported('dashboards that run as other than their owner or their viewer');
}

function filters(value: unknown): DashboardSource['dashboardFilters'] {
  const list = asArray(value, 'filters').map((one) => asObject(one, 'filters'));
  if (list.length > MOST_FILTERS)
    throw new ApiError(400, 'BAD_REQUEST', `A dashboard has at most ${MOST_FILTERS} filters.`);
  return list.map((one) => {
    const options = asArray(one.options ?? [], 'options').map((option) => asObject(option, 'options'));
    if (options.length === 0 || options.length > MOST_OPTIONS) {
      throw new ApiError(400, 'BAD_REQUEST', `A filter of a dashboard has 1 to ${MOST_OPTIONS} values.`);
    }
    return {
      source,
      name: requiredText(one, 'name'),
      dashboardFilterOptions: options.map((option) => ({
        source,
        operator: optionalText(option, 'operation') ?? 'equals',
        values:
          option.operation === 'between'
            ? [optionalText(option, 'startValue') ?? '', optionalText(option, 'endValue') ?? '']
            : [optionalText(option, 'value') ?? ''],
      })),
    };
  });
}

function grid(base: DashboardSource, metadata: JsonObject, names: DashboardNames): Partial<DashboardSource> {
  const components = asArray(metadata.components, 'components').map((one) => asObject(one, 'components'));
  if (components.length > MOST_COMPONENTS) {
    throw new ApiError(400, 'BAD_REQUEST', `A dashboard has at most ${MOST_COMPONENTS} components.`);
  }
  const places = asArray(asObject(metadata.layout, 'layout').components, 'layout.components').map((one) =>
    asObject(one, 'layout.components'),
  );
  if (places.length !== components.length) {
    throw new ApiError(400, 'BAD_REQUEST', 'layout.components has a place for each component.');
  }
  const before = componentsOf(base);
  const dashboardGridComponents: Grid['dashboardGridComponents'] = components.map((component, index) => {
    const { row, column, colspan, rowspan } = places[index] ?? {};
    const known = before[names.place(optionalText(component, 'id') ?? '') ?? -1]?.component;
    const wide = whole(colspan, 1, GRID_COLUMNS, 'colspan');
    return {
      source,
      colSpan: wide,
      columnIndex: whole(column, 0, GRID_COLUMNS - wide, 'column'),
      rowIndex: whole(row, 0, 1000, 'row'),
      rowSpan: whole(rowspan, 1, 100, 'rowspan'),
      dashboardComponent: readComponent(known, component, names),
    };
  });
  const rowHeight = base.dashboardGridLayout?.rowHeight ?? 36;
  return {
    leftSection: undefined,
    middleSection: undefined,
    rightSection: undefined,
    dashboardGridLayout: { source, dashboardGridComponents, numberOfColumns: GRID_COLUMNS, rowHeight },
  };
}

/** Of a component that was there, what the request does not name stays. */
function readComponent(known: ComponentSource | undefined, json: JsonObject, names: DashboardNames): ComponentSource {
  const properties = asObject(json.properties ?? {}, 'properties');
  const look = asObject(properties.visualizationProperties ?? {}, 'visualizationProperties');
  const { points, colors } = steps(look.breakPoints);
  const [low, high] = points;
  const [lowColor, middleColor, highColor] = colors;
  const report =
    optionalText(json, 'reportId') === undefined ? known?.report : names.report(requiredText(json, 'reportId'));
  if (report === undefined)
    throw new ApiError(400, 'BAD_REQUEST', 'A component names its report: reportId is required.');
  const read: Partial<ComponentSource> = {
    header: optionalText(json, 'header'),
    title: optionalText(json, 'title'),
    footer: optionalText(json, 'footer'),
    report,
    chartSummary: nameList(properties.aggregates).map((name) => {
      const [aggregate, column] = summaryOfAggregate(name).split(/:(.*)/s);
      return column === undefined
        ? { source, aggregate: undefined, axisBinding: 'y', column: name }
        : { source, aggregate, axisBinding: 'y', column };
    }),
    groupingColumn: nameList(properties.groupings),
    // A filter that the component has no column for keeps its place.
    dashboardFilterColumns: asArray(properties.filterColumns ?? [], 'filterColumns').map((one) => ({
      source,
      column: optionalText(asObject(one, 'filterColumns'), 'name') ?? '',
    })),
    maxValuesDisplayed: typeof properties.maxRows === 'number' ? properties.maxRows : undefined,
    sortBy: optionalText(properties, 'sort'),
    componentType: optionalText(properties, 'visualizationType') ?? known?.componentType ?? 'Bar',
    useReportChart: known?.useReportChart === true && properties.visualizationType === undefined,
    gaugeMin: typeof look.gaugeMin === 'number' ? look.gaugeMin : undefined,
    gaugeMax: typeof look.gaugeMax === 'number' ? look.gaugeMax : undefined,
    indicatorBreakpoint1: low,
    indicatorBreakpoint2: high,
    indicatorLowColor: lowColor,
    indicatorMiddleColor: middleColor,
    indicatorHighColor: highColor,
    metricLabel: optionalText(look, 'metricLabel'),
    showValues: look.showValues === true,
  };
  const lists = { dashboardComponentContents: [], dashboardDynamicValues: [], dashboardTableColumn: [] };
  return { ...lists, ...known, ...read } as ComponentSource;
}

function nameList(value: unknown): string[] {
  return asArray(value ?? [], 'names').map((one) => requiredText(asObject(one, 'a name'), 'name'));
}

/** The colours of a number by its size: a component has three at most, and the bounds between them rise. */
function steps(value: unknown): { readonly points: readonly number[]; readonly colors: readonly string[] } {
  const [ofMeasure] = asArray(value ?? [], 'breakPoints').map((one) => asObject(one, 'breakPoints'));
  const breaks = asArray(ofMeasure?.breaks ?? [], 'breaks').map((one) => asObject(one, 'breaks'));
  const points = breaks.slice(0, -1).map(({ upperBound }) => bound(upperBound));
  if (breaks.length > MOST_COLORS || points.some((point, index) => point <= (points[index - 1] ?? -Infinity))) {
    throw new ApiError(400, 'BAD_REQUEST', `breaks are at most ${MOST_COLORS} colors, each with a higher upperBound.`);
  }
  return { points, colors: breaks.map((one) => requiredText(one, 'color')) };
}

function bound(value: unknown): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new ApiError(400, 'BAD_REQUEST', 'The upperBound of a color is a number.');
}

function whole(value: unknown, from: number, to: number, what: string): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to) return value;
  throw new ApiError(400, 'BAD_REQUEST', `${what} is a whole number from ${from} to ${to}.`);
}
