/** All resources below `/services/data/vNN.N`, except those of the UI API. Earlier ones win where patterns overlap. */
import { dashboardEditRoutes } from './analytics/edit-dashboards.ts';
import { dashboardRoutes } from './analytics/dashboards.ts';
import { instanceRoutes } from './analytics/instances.ts';
import { notificationRoutes } from './analytics/notifications.ts';
import { reportRoutes } from './analytics/reports.ts';
import { ingestRoutes } from './bulk/ingest.ts';
import { queryJobRoutes } from './bulk/query.ts';
import { compositeRoutes } from './composite/composite.ts';
import { treeRoutes } from './composite/tree.ts';
import { actionRoutes } from './rest/actions.ts';
import { collectionRoutes } from './rest/collections.ts';
import { describeRoutes } from './rest/describe.ts';
import { externalIdRoutes } from './rest/external-id.ts';
import { limitRoutes } from './rest/limits.ts';
import { metadataRoutes } from './metadata/rest.ts';
import { notBuiltRoutes } from './rest/not-built.ts';
import { passwordRoutes } from './rest/passwords.ts';
import { processApprovalRoutes } from './rest/process-approvals.ts';
import { queryRoutes } from './rest/query.ts';
import { recentRoutes } from './rest/recent.ts';
import { recordRoutes } from './rest/records.ts';
import { replicationRoutes } from './rest/replication.ts';
import { resourceListRoutes } from './rest/resource-list.ts';
import { searchRoutes } from './rest/search.ts';
import { toolingRoutes } from './rest/tooling.ts';
import { Router } from './router.ts';

export const resources = new Router([
  ...resourceListRoutes,
  ...queryRoutes,
  ...describeRoutes,
  ...replicationRoutes,
  ...passwordRoutes,
  ...recordRoutes,
  ...externalIdRoutes,
  ...collectionRoutes,
  ...compositeRoutes,
  ...treeRoutes,
  ...limitRoutes,
  ...recentRoutes,
  ...actionRoutes,
  ...processApprovalRoutes,
  ...searchRoutes,
  ...toolingRoutes,
  ...ingestRoutes,
  ...queryJobRoutes,
  ...notificationRoutes,
  ...reportRoutes,
  ...instanceRoutes,
  ...dashboardRoutes,
  ...dashboardEditRoutes,
  ...metadataRoutes,
  ...notBuiltRoutes,
]);
