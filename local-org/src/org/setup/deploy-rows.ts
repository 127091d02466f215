/** Brings the rows that stand for metadata in line with a deployment. */
import type { Metadata } from '../../metadata/metadata.ts';
import type { OnSourceFault } from '../../metadata/source-faults.ts';
import type { Schema } from '../../schema/model.ts';
import { syncApps, syncCachePartitions } from './app-rows.ts';
import { syncApprovalProcesses } from './approval-processes.ts';
import { syncCode } from './code-rows.ts';
import { syncCustomMetadata } from './custom-metadata.ts';
import { syncEmailTemplates } from './email-templates.ts';
import { syncFiscalPeriods } from './fiscal-periods.ts';
import { syncFolders } from './folders.ts';
import { syncPermissionSets } from './permission-sets.ts';
import { syncPicklistObjects } from './picklist-objects.ts';
import { syncProfiles } from './profiles.ts';
import { syncRecordTypes } from './record-types.ts';
import { syncReports } from './report-rows.ts';
import { syncRolesAndGroups } from './roles-and-groups.ts';
import type { RowSync } from './sync-rows.ts';

export function syncMetadataRows(rows: RowSync, schema: Schema, metadata: Metadata, onFault: OnSourceFault): void {
  syncProfiles(rows, metadata);
  syncPermissionSets(rows, metadata);
  syncRolesAndGroups(rows, metadata);
  syncRecordTypes(rows, schema);
  syncPicklistObjects(rows, metadata);
  syncCustomMetadata(rows, schema, metadata, onFault);
  syncCode(rows, metadata);
  syncApprovalProcesses(rows, schema, metadata);
  syncApps(rows, metadata);
  syncCachePartitions(rows, metadata);
  syncFiscalPeriods(rows);
  syncFolders(rows, metadata);
  syncEmailTemplates(rows, metadata);
  syncReports(rows, metadata);
}
