/** Makes and changes the user's own dashboards. */
import { appData, queryString, request } from '../http/http.ts';
import type { DashboardComponentMetadata, DashboardData } from './client.ts';
import type { ReportMetadata, ReportRun, ReportTypeMetadata } from './types.ts';

const ROOT = '/_app/analytics/dashboards';

type Metadata = DashboardData['dashboardMetadata'];

/** A component that is not saved yet has no id. */
export type ComponentChange = Omit<Partial<DashboardComponentMetadata>, 'properties'> & {
  readonly properties: Partial<DashboardComponentMetadata['properties']>;
};

export interface DashboardChanges {
  readonly name?: string;
  readonly description?: string | null;
  readonly dashboardType?: string;
  readonly folderId?: string;
  readonly filters?: readonly object[];
  readonly components?: readonly ComponentChange[];
  readonly layout?: { readonly components: readonly object[] };
}

export interface DashboardRights {
  readonly editable: boolean;
  /** Where the user may save dashboards; the private folder comes first. */
  readonly folders: readonly { readonly id: string; readonly name: string }[];
}

export interface ReportDescription {
  readonly reportMetadata: ReportMetadata;
  readonly reportExtendedMetadata: ReportRun['reportExtendedMetadata'];
  readonly reportTypeMetadata: ReportTypeMetadata;
}

export function dashboardRights(id: string): Promise<DashboardRights> {
  return appData(`analytics/dashboard/${id}`);
}

/** A new dashboard in the private folder, or a copy of one; answers its id. */
export async function makeDashboard(name: string, cloneId?: string): Promise<string> {
  const made = await request<Metadata & { readonly id: string }>('POST', `${ROOT}${queryString({ cloneId })}`, {
    name,
  });
  return made.id;
}

export function changeDashboard(id: string, changes: DashboardChanges): Promise<Metadata> {
  return request('PATCH', `${ROOT}/${id}`, changes);
}

export function deleteDashboard(id: string): Promise<void> {
  return request('DELETE', `${ROOT}/${id}`);
}

export function describeReport(id: string): Promise<ReportDescription> {
  return request('GET', `/_app/analytics/reports/${id}/describe`);
}
