/** System.AccessLevel and System.AccessType ("AccessLevel Class", "AccessType Enum", Apex Reference Guide). */
import type { AccessMode } from '../../../database/services.ts';
import { LibraryObject } from '../../runtime/index.ts';
import { libraryClass, libraryEnum } from '../define.ts';

export class AccessLevelValue extends LibraryObject {
  readonly typeName = 'System.AccessLevel';
  readonly mode: AccessMode;

  constructor(mode: AccessMode) {
    super();
    this.mode = mode;
  }
}

const systemMode = new AccessLevelValue('system');
const userMode = new AccessLevelValue('user');

export const accessLevelClass = libraryClass('System.AccessLevel', {
  'static System.AccessLevel SYSTEM_MODE {get}': { get: () => systemMode },
  'static System.AccessLevel USER_MODE {get}': { get: () => userMode },
});

export const accessType = libraryEnum('System.AccessType', ['CREATABLE', 'READABLE', 'UPDATABLE', 'UPSERTABLE']);
