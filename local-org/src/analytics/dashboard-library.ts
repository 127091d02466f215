/** The dashboards of an org, as far as a user sees their folders. */
import type { UserContext } from '../database/services.ts';
import type { Transaction } from '../database/transaction.ts';
import type { DashboardSource } from '../metadata/readers/dashboard.ts';
import type { Org } from '../org/org.ts';
import { isId, isStableId, stableId, to18 } from '../schema/ids.ts';
import { OrgError } from '../schema/errors.ts';
import { SObject } from '../schema/sobject.ts';
import { DatetimeValue, type FieldValue } from '../schema/values/index.ts';
import { editedFolders, type Folder } from './edited-folders.ts';
import { text } from './filters.ts';
import { developerName } from './report-library.ts';
import { SavedJson } from './saved-json.ts';

const PRIVATE_FOLDER = 'Private Dashboards';

export interface DashboardEntry {
  readonly id: string;
  readonly name: string;
  readonly developerName: string;
  readonly description: string | null;
  readonly folderId: string;
  readonly folderName: string;
  /** Whom it shows data as: its own user, or whoever looks at it. */
  readonly runningUserId: string | null;
  /** Whether the user may change and delete it. Those of the project change with a deploy. */
  readonly editable: boolean;
}

export class DashboardLibrary {
  readonly #org: Org;
  readonly #saved: SavedJson;

  constructor(org: Org) {
    this.#org = org;
    this.#saved = new SavedJson(org.store, '~dashboards');
  }

  list(tx: Transaction, condition = ''): DashboardEntry[] {
    const folders = new Set(editedFolders(this.#org, tx, tx.user, 'Dashboard').map(({ id }) => id));
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
        editable: !isStableId(row.id!) && (value('FolderId') === tx.user.id || folders.has(value('FolderId'))),
      };
    });
  }

  find(tx: Transaction, id: string): DashboardEntry | undefined {
    return isId(id) ? this.list(tx, `Id = ${text(to18(id))}`)[0] : undefined;
  }

  source({ id }: DashboardEntry): DashboardSource & { readonly fullName: string } {
    const { metadata, schema } = this.#org;
    const saved = this.#saved.get(id);
    if (saved !== undefined) return { ...(saved as DashboardSource), fullName: id };
    const { keyPrefix } = schema.require('Dashboard');
    const source = [...metadata.dashboards.values()].find(({ fullName }) => stableId(keyPrefix, fullName) === id);
    if (source === undefined) throw new Error(`The dashboard ${id} has no definition`);
    return source;
  }

  /** Saves a dashboard in a folder, the private one without it, and answers its id. */
  add(user: UserContext, folder: Folder | undefined, source: DashboardSource): string {
    const { store, schema } = this.#org;
    const object = schema.require('Dashboard');
    const id = store.newId(object);
    const now = this.#now();
    const values: Record<string, FieldValue> = {
      Id: id,
      ...rowOf(user, folder, source),
      DeveloperName: developerName(source.title, id),
      CreatedById: user.id,
      CreatedDate: now,
      LastModifiedById: user.id,
      LastModifiedDate: now,
      SystemModstamp: now,
    };
    store.insertRow(new SObject(object, Object.entries(values)));
    this.#saved.set(id, source);
    return id;
  }

  change(user: UserContext, { id }: DashboardEntry, folder: Folder | undefined, source: DashboardSource): void {
    const now = this.#now();
    const values = {
      ...rowOf(user, folder, source),
      LastModifiedById: user.id,
      LastModifiedDate: now,
      SystemModstamp: now,
    };
    this.#org.store.updateRow(this.#org.schema.require('Dashboard'), id, new Map(Object.entries(values)));
    this.#saved.set(id, source);
  }

  delete({ id }: DashboardEntry): void {
    this.#org.store.eraseRow(this.#org.schema.require('Dashboard'), id);
    this.#saved.delete(id);
  }

  #now(): DatetimeValue {
    return new DatetimeValue(Math.floor(this.#org.clock.now() / 1000) * 1000);
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

function rowOf(user: UserContext, folder: Folder | undefined, source: DashboardSource): Record<string, FieldValue> {
  const isOwn = source.dashboardType === 'SpecifiedUser';
  return {
    FolderId: folder?.id ?? user.id,
    FolderName: folder?.name ?? PRIVATE_FOLDER,
    Title: source.title,
    Description: source.description ?? null,
    Type: source.dashboardType ?? 'LoggedInUser',
    RunningUserId: isOwn ? user.id : null,
  };
}
