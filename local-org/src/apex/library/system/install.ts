/** Interfaces of packages and what they are given ("Running Apex on Package Install/Upgrade", ISVforce Guide). */
import { currentTransaction } from '../../../database/transaction.ts';
import { LibraryObject, callMethod, type ApexObject } from '../../runtime/index.ts';
import { libraryClass, libraryInterface } from '../define.ts';
import type { VersionValue } from './version.ts';

export const installHandlerInterface = libraryInterface('System.InstallHandler', [
  'void onInstall(System.InstallContext context)',
]);
export const uninstallHandlerInterface = libraryInterface('System.UninstallHandler', [
  'void onUninstall(System.UninstallContext context)',
]);

class InstallContextValue extends LibraryObject {
  readonly typeName = 'System.InstallContext';
  readonly previousVersion: VersionValue | null;
  readonly isPush: boolean;

  constructor(previousVersion: VersionValue | null, isPush: boolean) {
    super();
    this.previousVersion = previousVersion;
    this.isPush = isPush;
  }
}

class UninstallContextValue extends LibraryObject {
  readonly typeName = 'System.UninstallContext';
}

export const installContextClass = libraryClass('System.InstallContext', {
  'Id installerId()': userId,
  'Boolean isPush()': ({ isPush }: InstallContextValue) => isPush,
  'Boolean isUpgrade()': ({ previousVersion }: InstallContextValue) => previousVersion !== null,
  'Id organizationId()': organizationId,
  'System.Version previousVersion()': ({ previousVersion }: InstallContextValue) => previousVersion,
});

export const uninstallContextClass = libraryClass('System.UninstallContext', {
  'Id organizationId()': organizationId,
  'Id uninstallerId()': userId,
});

/** `Test.testInstall`: `previousVersion` is null for a first installation. */
export function testInstall(handler: ApexObject, previousVersion: VersionValue | null, isPush: boolean): void {
  callMethod(handler, 'onInstall', new InstallContextValue(previousVersion, isPush));
}

export function testUninstall(handler: ApexObject): void {
  callMethod(handler, 'onUninstall', new UninstallContextValue());
}

function userId(): string {
  return currentTransaction().user.id;
}

function organizationId(): string | null {
  const { store, org } = currentTransaction();
  return store.allRows(org.schema.require('Organization'))[0]?.id ?? null;
}
