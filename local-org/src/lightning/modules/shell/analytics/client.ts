/** Asks the org for reports and dashboards. */
import { appData, queryString, request } from '../http/http.ts';
import type { Highlight, ListEntry, ReportMetadata, ReportRun, ReportTypeMetadata } from './types.ts';

const ROOT = '/_app/analytics';

/** The id of a report that is not saved yet. */
export const NEW = 'new';

export interface ReportPageData {
  readonly entry: ListEntry & { readonly editable: boolean };
  readonly metadata: ReportMetadata;
  readonly highlights: readonly Highlight[];
}

export type Changes = Partial<ReportMetadata>;

export function reportPage(id: string): Promise<ReportPageData> {
  return appData(`analytics/report/${id}`);
}

export function runReport(id: string, reportMetadata: Changes, details: boolean): Promise<ReportRun> {
  const path = id === NEW ? 'query' : id;
  return request('POST', `${ROOT}/reports/${path}${queryString({ includeDetails: details })}`, { reportMetadata });
}

export function saveReport(id: string, reportMetadata: Changes): Promise<ReportRun> {
  return request('PATCH', `${ROOT}/reports/${id}`, { reportMetadata });
}

/** Saves a copy in the user's private folder and answers its id. */
export async function saveReportAs(id: string, reportMetadata: Changes): Promise<string> {
  const query = id === NEW ? '' : queryString({ cloneId: id });
  const made = await request<{ readonly attributes: { readonly reportId: string } }>(
    'POST',
    `${ROOT}/reports${query}`,
    {
      reportMetadata,
    },
  );
  return made.attributes.reportId;
}

export function deleteReport(id: string): Promise<void> {
  return request('DELETE', `${ROOT}/reports/${id}`);
}

export async function reportType(name: string): Promise<ReportTypeMetadata> {
  const { reportTypeMetadata } = await request<{ readonly reportTypeMetadata: ReportTypeMetadata }>(
    'GET',
    `${ROOT}/reportTypes/${encodeURIComponent(name)}`,
  );
  return reportTypeMetadata;
}

/** A colour, and between which bounds a number has it. */
export interface ColorBreak {
  readonly color: string;
  readonly lowerBound: number | null;
  readonly upperBound: number | null;
}

export interface DashboardComponentMetadata {
  readonly id: string;
  readonly header: string | null;
  readonly title: string | null;
  readonly footer: string | null;
  readonly reportId: string | null;
  readonly properties: {
    readonly aggregates: readonly { readonly name: string }[];
    readonly groupings: readonly { readonly name: string }[];
    readonly filterColumns: readonly { readonly name: string }[];
    readonly maxRows: number | null;
    readonly visualizationType: string;
    readonly visualizationProperties: {
      readonly breakPoints: readonly { readonly aggregateName: string; readonly breaks: readonly ColorBreak[] }[];
      /** `auto`, `integer`, …; null where the dashboard names none. */
      readonly displayUnits: string | null;
      readonly gaugeMin: number | null;
      readonly gaugeMax: number | null;
      readonly metricLabel: string | null;
      readonly showValues: boolean;
      readonly tableColumns: readonly { readonly column: string; readonly type: string }[];
    };
  };
}

export interface DashboardFilter {
  readonly id: string;
  readonly name: string;
  readonly selectedOption: string | null;
  readonly options: readonly {
    readonly id: string;
    readonly operation: string;
    readonly value: string | null;
    readonly startValue: string | null;
    readonly endValue: string | null;
  }[];
}

export interface DashboardData {
  readonly componentData: readonly {
    readonly componentId: string;
    readonly reportResult: ReportRun | null;
    readonly status: { readonly errorMessage: string | null; readonly refreshDate: string };
  }[];
  readonly dashboardMetadata: {
    readonly name: string;
    readonly description: string | null;
    readonly folderId: string;
    readonly dashboardType: string;
    readonly runningUser: { readonly displayName: string };
    readonly components: readonly DashboardComponentMetadata[];
    readonly filters: readonly DashboardFilter[];
    readonly layout: {
      readonly rowHeight: number;
      readonly components: readonly {
        readonly colspan: number;
        readonly column: number;
        readonly row: number;
        readonly rowspan: number;
      }[];
    };
  };
}

export interface NamedEntry extends ListEntry {
  readonly developerName: string;
}

/** What the last refresh found. `chosen` are the ids of the options chosen, in the order of the filters; empty for none. */
export function dashboard(id: string, chosen: readonly string[]): Promise<DashboardData> {
  return request('GET', dashboardUrl(id, chosen));
}

/** Reads the reports of the dashboard anew. */
export async function refreshDashboard(id: string, chosen: readonly string[]): Promise<DashboardData> {
  await request('PUT', dashboardUrl(id, chosen));
  return dashboard(id, chosen);
}

function dashboardUrl(id: string, chosen: readonly string[]): string {
  const query = Object.fromEntries(chosen.map((option, index) => [`filter${index + 1}`, option]));
  return `${ROOT}/dashboards/${id}${queryString(query)}`;
}

/** The reports that the user may see. */
export function reports(): Promise<readonly NamedEntry[]> {
  return listed('reports');
}

/** The dashboards that the user may see. */
export function dashboards(): Promise<readonly NamedEntry[]> {
  return listed('dashboards');
}

async function listed(what: string): Promise<readonly NamedEntry[]> {
  return (await appData<{ readonly items: readonly NamedEntry[] }>(`analytics/${what}`)).items;
}
