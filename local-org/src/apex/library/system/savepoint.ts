/** System.Savepoint, which has no members of its own. */
import type { Savepoint } from '../../../database/transaction.ts';
import { LibraryObject } from '../../runtime/index.ts';
import { libraryClass } from '../define.ts';

export class SavepointValue extends LibraryObject {
  readonly typeName = 'System.Savepoint';
  readonly savepoint: Savepoint;

  constructor(savepoint: Savepoint) {
    super();
    this.savepoint = savepoint;
  }
}

export const savepointClass = libraryClass('System.Savepoint', {});
