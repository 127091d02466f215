/** The dashboards of an org, as far as a user sees their folders. */
import type { UserContext } from '../database/services.ts';
import type { Transaction } from '../database/transaction.ts';
import type { DashboardSource } from '../metadata/readers/dashboard.ts';
import type { Org } from '../org/org.ts';
import { isId, stableId, to18 } from '../schema/ids.ts';
import { OrgError } from '../schema/errors.ts';
import { text } from './filters.ts';

export interface DashboardEntry {
  readonly id: string;
  readonly name: string;
  readonly developerName: string;
  readonly description: string | null;
  readonly folderId: string;
  readonly folderName: string;
  /** Whom it shows data as: its own user, or whoever looks at it. */
  readonly runningUserId: string | null;
}

export class DashboardLibrary {
  readonly #org: Org;

  constructor(org: Org) {
    this.#org = org;
  }

  list(tx: Transaction, condition = ''): DashboardEntry[] {
    const where = condition === '' ? '' : ` WHERE ${condition}`;
    const { records } = this.#org.query.lookUp(
      tx,
      `SELECT Id, Title, DeveloperName, Description, FolderId, FolderName, RunningUserId FROM Dashboard${where} ORDER BY Title, Id`,
      { mode: 'user', sharing: true },
    );
    return records.map((row) => {
      const value = (name: string) => (row.get(name) as string | null) ?? '';
      return {
        id: row.id!,
        name: value('Title'),
        developerName: value('DeveloperName'),
        description: row.get('Description') as string | null,
        folderId: value('FolderId'),
        folderName: value('FolderName'),
        runningUserId: row.get('RunningUserId') as string | null,
      };
    });
  }

  find(tx: Transaction, id: string): DashboardEntry | undefined {
    return isId(id) ? this.list(tx, `Id = ${text(to18(id))}`)[0] : undefined;
  }

  source({ id }: DashboardEntry): DashboardSource & { readonly fullName: string } {
    const { metadata, schema } = this.#org;
    const { keyPrefix } = schema.require('Dashboard');
    const source = [...metadata.dashboards.values()].find(({ fullName }) => stableId(keyPrefix, fullName) === id);
    if (source === undefined) throw new Error(`The dashboard ${id} has no definition`);
    return source;
  }

  /** Id of the component at this place of the dashboard. */
  componentId(fullName: string, index: number): string {
    return stableId(this.#org.schema.require('DashboardComponent').keyPrefix, `${fullName}.${index}`);
  }

  /** A specified user who is no longer active runs it no more: then the viewer does. */
  runningUser({ runningUserId }: DashboardEntry, viewer: UserContext): UserContext {
    if (runningUserId === null) return viewer;
    try {
      return this.#org.user(runningUserId);
    } catch (error) {
      if (error instanceof OrgError) return viewer;
      throw error;
    }
  }
}
