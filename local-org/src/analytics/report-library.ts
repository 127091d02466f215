/** The reports of an org: those that are deployed and those that users have saved, as far as a user sees their folders. */
import type { UserContext } from '../database/services.ts';
import type { Transaction } from '../database/transaction.ts';
import type { Org } from '../org/org.ts';
import { isId, stableId, to18 } from '../schema/ids.ts';
import { SObject } from '../schema/sobject.ts';
import { DatetimeValue, type FieldValue } from '../schema/values/index.ts';
import type { ReportDefinition } from './definition.ts';
import { text } from './filters.ts';
import { definitionOf } from './from-metadata.ts';
import { SavedDefinitions } from './saved-definitions.ts';

export interface ReportEntry {
  readonly id: string;
  readonly name: string;
  readonly developerName: string;
  readonly description: string | null;
  readonly format: string;
  /** Of the folder, or of the user whose own report it is. */
  readonly folderId: string;
  readonly folderName: string;
  /** Whether the user may change and delete it. */
  readonly editable: boolean;
}

const PRIVATE_FOLDER = 'Private Reports';

const FORMATS: Readonly<Record<ReportDefinition['format'], string>> = {
  Tabular: 'Tabular',
  Summary: 'Summary',
  Matrix: 'Matrix',
  Joined: 'MultiBlock',
};

export class ReportLibrary {
  readonly #org: Org;
  readonly #saved: SavedDefinitions;

  constructor(org: Org) {
    this.#org = org;
    this.#saved = new SavedDefinitions(org.store);
  }

  /** By name; of one folder or of all. */
  list(tx: Transaction, user: UserContext, condition = ''): ReportEntry[] {
    const where = condition === '' ? '' : ` WHERE ${condition}`;
    const { records } = this.#org.query.lookUp(
      tx,
      `SELECT Id, Name, DeveloperName, Description, Format, OwnerId, FolderName FROM Report${where} ORDER BY Name, Id`,
      { mode: 'user', sharing: true },
    );
    return records.map((row) => entryOf(row, user));
  }

  /** Undefined for a report that is not there or lies in a folder that the user does not see. */
  find(tx: Transaction, user: UserContext, id: string): ReportEntry | undefined {
    return isId(id) ? this.list(tx, user, `Id = ${text(to18(id))}`)[0] : undefined;
  }

  /** Id of the deployed report that metadata knows by this name (`Folder/Report`); one that a user has saved is named by its id. */
  idOf(fullName: string): string | undefined {
    if (isId(fullName)) return to18(fullName);
    const { metadata, schema } = this.#org;
    return metadata.reports.has(fullName) ? stableId(schema.require('Report').keyPrefix, fullName) : undefined;
  }

  /** The opposite of `idOf`. */
  fullNameOf(id: string): string {
    const deployed = [...this.#org.metadata.reports.values()].find(({ fullName }) => this.idOf(fullName) === to18(id));
    return deployed?.fullName ?? to18(id);
  }

  definition({ id }: Pick<ReportEntry, 'id'>): ReportDefinition {
    const saved = this.#saved.get(id);
    if (saved !== undefined) return saved;
    const source = [...this.#org.metadata.reports.values()].find(({ fullName }) => this.idOf(fullName) === to18(id));
    if (source === undefined) throw new Error(`The report ${id} has no definition`);
    return definitionOf(source);
  }

  /** Saves a report of the user's own and answers its id. */
  add(user: UserContext, definition: ReportDefinition): string {
    const { store, schema } = this.#org;
    const object = schema.require('Report');
    const id = store.newId(object);
    const now = this.#now();
    const values: Record<string, FieldValue> = {
      Id: id,
      ...rowOf(definition),
      DeveloperName: developerName(definition.name, id),
      OwnerId: user.id,
      FolderName: PRIVATE_FOLDER,
      CreatedById: user.id,
      CreatedDate: now,
      LastModifiedById: user.id,
      LastModifiedDate: now,
      SystemModstamp: now,
    };
    store.insertRow(new SObject(object, Object.entries(values)));
    this.#saved.set(id, definition);
    return id;
  }

  change(user: UserContext, { id }: ReportEntry, definition: ReportDefinition): void {
    const now = this.#now();
    const values = { ...rowOf(definition), LastModifiedById: user.id, LastModifiedDate: now, SystemModstamp: now };
    this.#org.store.updateRow(this.#org.schema.require('Report'), id, new Map(Object.entries(values)));
    this.#saved.set(id, definition);
  }

  delete({ id }: ReportEntry): void {
    this.#org.store.eraseRow(this.#org.schema.require('Report'), id);
    this.#saved.delete(id);
  }

  /** Notes that the report was run. */
  ran({ id }: ReportEntry): void {
    this.#org.store.updateRow(this.#org.schema.require('Report'), id, new Map([['LastRunDate', this.#now()]]));
  }

  #now(): DatetimeValue {
    return new DatetimeValue(Math.floor(this.#org.clock.now() / 1000) * 1000);
  }
}

function rowOf({ name, description, format }: ReportDefinition): Record<string, FieldValue> {
  return { Name: name, Description: description, Format: FORMATS[format] };
}

export function developerName(name: string, id: string): string {
  const words = name.replace(/\W+/g, '_').replace(/^_+|_+$/g, '');
  return `${words === '' ? 'Unnamed' : words}_${id.slice(9, 15)}`.slice(0, 80);
}

function entryOf(row: SObject, user: UserContext): ReportEntry {
  const value = (name: string) => (row.get(name) as string | null) ?? '';
  return {
    id: row.id!,
    name: value('Name'),
    developerName: value('DeveloperName'),
    description: row.get('Description') as string | null,
    format: value('Format'),
    folderId: value('OwnerId'),
    folderName: value('FolderName'),
    editable: value('OwnerId') === user.id,
  };
}
