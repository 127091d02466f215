/** Every class of the platform that the local org has. */
import type { LibraryClass } from './define.ts';
import { apexPagesNamespace } from './apexpages/index.ts';
import { appLauncherNamespace } from './applauncher/index.ts';
import { approvalNamespace } from './approval/index.ts';
import { cacheNamespace } from './cache/index.ts';
import { connectApiNamespace } from './connectapi/index.ts';
import { databaseNamespace } from './database/index.ts';
import { dataWeaveNamespace } from './dataweave/script.ts';
import { domNamespace } from './dom/index.ts';
import { eventbusNamespace } from './eventbus/index.ts';
import { flowNamespace } from './flow/index.ts';
import { formulaEvalNamespace } from './formula-eval/index.ts';
import { invocableNamespace } from './invocable/index.ts';
import { messagingNamespace } from './messaging/index.ts';
import { metadataNamespace } from './metadata/index.ts';
import { schemaNamespace } from './schema/index.ts';
import { systemNamespace } from './system/index.ts';
import { visualEditorNamespace } from './visualeditor/index.ts';

export const libraryClasses: readonly LibraryClass[] = [
  ...systemNamespace,
  ...approvalNamespace,
  ...databaseNamespace,
  ...schemaNamespace,
  ...flowNamespace,
  ...formulaEvalNamespace,
  ...invocableNamespace,
  ...messagingNamespace,
  ...metadataNamespace,
  ...apexPagesNamespace,
  ...cacheNamespace,
  ...eventbusNamespace,
  ...connectApiNamespace,
  ...dataWeaveNamespace,
  ...domNamespace,
  ...appLauncherNamespace,
  ...visualEditorNamespace,
];
