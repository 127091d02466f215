/** Rows of the reports and dashboards that are deployed. Those that users save are rows, too, with ids of their own. */
import type { Metadata } from '../../metadata/metadata.ts';
import { componentsOf } from '../../metadata/dashboard-components.ts';
import { analyticsFolderId } from './folders.ts';
import type { RowSync, RowValues } from './sync-rows.ts';

/** The folder of what lies in none ("Report", Object Reference: `OwnerId`). */
const UNFILED = 'unfiled$public';

export function syncReports(rows: RowSync, metadata: Metadata): void {
  const { store } = rows;
  const organization = store.allRows(store.schema.require('Organization'))[0]?.id ?? null;
  const folderOf = (type: 'Report' | 'Dashboard', fullName: string) => {
    const path = fullName.split('/');
    const developerName = path.at(-1)!;
    const folder = path.at(-2) ?? UNFILED;
    const known = (type === 'Report' ? metadata.reportFolders : metadata.dashboardFolders).get(folder);
    const name = known?.name ?? (folder === UNFILED ? 'Unfiled Public' : folder);
    return { developerName, name, id: known === undefined ? organization : analyticsFolderId(rows, type, folder) };
  };
  rows.sync(
    'Report',
    [...metadata.reports.values()].map(({ fullName, name, description, format }) => {
      const folder = folderOf('Report', fullName);
      return {
        name: fullName,
        values: {
          OwnerId: folder.id,
          FolderName: folder.name,
          Name: name,
          Description: description ?? null,
          DeveloperName: folder.developerName,
          Format: format,
        },
      };
    }),
  );
  rows.sync(
    'Dashboard',
    [...metadata.dashboards.values()].map((dashboard) => {
      const folder = folderOf('Dashboard', dashboard.fullName);
      return {
        name: dashboard.fullName,
        values: {
          FolderId: folder.id,
          FolderName: folder.name,
          Title: dashboard.title,
          DeveloperName: folder.developerName,
          Description: dashboard.description ?? null,
          ...runningUser(rows, dashboard),
        },
      };
    }),
  );
  rows.sync(
    'DashboardComponent',
    [...metadata.dashboards.values()].flatMap((dashboard) =>
      componentsOf(dashboard).map(({ component }, index) => ({
        name: `${dashboard.fullName}.${index}`,
        values: {
          Name: (component.header ?? component.title ?? component.report ?? component.componentType).slice(0, 40),
          DashboardId: rows.idOf('Dashboard', dashboard.fullName),
          CustomReportId: metadata.reports.has(component.report ?? '') ? rows.idOf('Report', component.report!) : null,
        },
      })),
    ),
  );
}

/** A specified user whom this org does not have is its administrator, who deployed the dashboard. */
function runningUser(
  rows: RowSync,
  { dashboardType, runningUser: username }: { readonly dashboardType?: string; readonly runningUser?: string },
): RowValues {
  const Type = dashboardType ?? 'SpecifiedUser';
  if (Type !== 'SpecifiedUser') return { Type, RunningUserId: null };
  const [user] = rows.store.findRows(
    rows.store.schema.require('User'),
    'Username',
    username === undefined ? [] : [username],
  );
  return { Type, RunningUserId: user?.id ?? rows.deployer };
}
