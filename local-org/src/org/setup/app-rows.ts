/** Rows of apps and of cache partitions, in orgs whose project names those objects. */
import type { Metadata } from '../../metadata/metadata.ts';
import { stableId } from '../../schema/ids.ts';
import type { RowSync } from './sync-rows.ts';

/** Key prefix of apps ("TabSet"). */
const APP_PREFIX = '02u';

/** The app launcher's entries ("AppMenuItem", Object Reference). */
export function syncApps(rows: RowSync, metadata: Metadata): void {
  if (rows.store.schema.object('AppMenuItem') === undefined) return;
  rows.sync(
    'AppMenuItem',
    [...metadata.applications.values()].map(({ fullName, label, description }, index) => ({
      name: fullName,
      values: {
        ApplicationId: stableId(APP_PREFIX, fullName),
        Name: fullName,
        Label: label ?? fullName,
        Description: description ?? null,
        Type: 'TabSet',
        IsAccessible: true,
        IsVisible: true,
        SortOrder: index + 1,
      },
    })),
  );
}

export function syncCachePartitions(rows: RowSync, metadata: Metadata): void {
  if (rows.store.schema.object('PlatformCachePartition') === undefined) return;
  rows.sync(
    'PlatformCachePartition',
    [...metadata.platformCachePartitions.values()].map(
      ({ fullName, masterLabel, description, isDefaultPartition }) => ({
        name: fullName,
        values: {
          DeveloperName: fullName,
          MasterLabel: masterLabel,
          Language: 'en_US',
          Description: description ?? null,
          IsDefaultPartition: isDefaultPartition,
        },
      }),
    ),
  );
}
