/** The folders whose contents a user may change ("Share a Report or Dashboard Folder in Lightning Experience", Salesforce Help). */
import type { Transaction } from '../database/transaction.ts';
import type { UserContext } from '../database/services.ts';
import type { Org } from '../org/org.ts';
import { text } from './filters.ts';

export interface Folder {
  readonly id: string;
  readonly name: string;
}

export function editedFolders(org: Org, tx: Transaction, user: UserContext, type: 'Report' | 'Dashboard'): Folder[] {
  const rows = (soql: string) => org.query.lookUp(tx, soql, { mode: 'system', sharing: false }).records;
  const principals = [...org.security.sharing.principalsOf(user.id).all].map(text).join();
  const shared = rows(
    `SELECT FolderId FROM LocalFolderShare WHERE AccessLevel IN ('EditAllContents', 'Manage') AND UserOrGroupId IN (${principals})`,
  );
  const ids = new Set(shared.map((row) => row.get('FolderId')));
  return rows(`SELECT Id, Name FROM Folder WHERE Type = '${type}' ORDER BY Name`)
    .filter(({ id }) => ids.has(id))
    .map((row) => ({ id: row.id!, name: String(row.get('Name')) }));
}
