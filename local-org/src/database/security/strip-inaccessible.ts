/** `Security.stripInaccessible`: records without the fields a user may not read or write (Apex Reference, "Security Class"). */
import { OrgError } from '../../schema/errors.ts';
import type { ObjectSchema } from '../../schema/model.ts';
import { SObject } from '../../schema/sobject.ts';
import type { SecurityService } from '../services.ts';

export type StrippedFor = 'READABLE' | 'CREATABLE' | 'UPDATABLE' | 'UPSERTABLE';

export interface StripResult {
  /** Copies, in the order given. */
  readonly records: SObject[];
  /** Names of removed fields and relationships by object. */
  readonly removedFields: ReadonlyMap<string, ReadonlySet<string>>;
  /** Positions of the records that lost something. */
  readonly modifiedIndexes: ReadonlySet<number>;
}

/** Throws `OrgError('NO_ACCESS')` when `enforceObjects` is set and the user lacks the access to an object of `records`. */
export function stripInaccessible(
  security: SecurityService,
  userId: string,
  accessType: StrippedFor,
  records: readonly SObject[],
  enforceObjects = true,
): StripResult {
  const removed = new Map<string, Set<string>>();
  const modifiedIndexes = new Set<number>();
  const stripper = new Stripper(security, userId, accessType, (object, name) => {
    const names = removed.get(object.name) ?? new Set<string>();
    removed.set(object.name, names.add(name));
  });
  const stripped = records.map((record, index) => {
    if (enforceObjects && !stripper.mayAccess(record.schema)) {
      throw new OrgError('NO_ACCESS', `No access to entity: ${record.schema.name}`);
    }
    const { copy, modified } = stripper.strip(record);
    if (modified) modifiedIndexes.add(index);
    return copy;
  });
  return { records: stripped, removedFields: removed, modifiedIndexes };
}

class Stripper {
  private readonly security: SecurityService;
  private readonly userId: string;
  private readonly accessType: StrippedFor;
  private readonly onRemoved: (object: ObjectSchema, name: string) => void;

  constructor(
    security: SecurityService,
    userId: string,
    accessType: StrippedFor,
    onRemoved: (object: ObjectSchema, name: string) => void,
  ) {
    this.security = security;
    this.userId = userId;
    this.accessType = accessType;
    this.onRemoved = onRemoved;
  }

  mayAccess(object: ObjectSchema): boolean {
    const access = this.security.object(this.userId, object);
    switch (this.accessType) {
      case 'READABLE':
        return access.read;
      case 'CREATABLE':
        return access.create;
      case 'UPDATABLE':
        return access.edit;
      case 'UPSERTABLE':
        return access.create && access.edit;
    }
  }

  strip(record: SObject): { copy: SObject; modified: boolean } {
    const { schema } = record;
    const copy = new SObject(schema);
    let modified = false;
    const remove = (name: string) => {
      modified = true;
      this.onRemoved(schema, name);
    };
    for (const [name, value] of record.values) {
      if (schema.kind === 'aggregate' || this.mayUse(schema, name)) copy.values.set(name, value);
      else remove(name);
    }
    for (const [name, parent] of record.parents) {
      const reference = schema.relationship(name);
      const allowed = reference === undefined || this.mayUse(schema, reference.name);
      if (!allowed || (parent !== null && !this.mayAccess(parent.schema))) remove(name);
      else modified = this.stripParent(copy, name, parent) || modified;
    }
    for (const [name, children] of record.children) {
      if (children.some((child) => !this.mayAccess(child.schema))) remove(name);
      else modified = this.stripChildren(copy, name, children) || modified;
    }
    return { copy, modified };
  }

  private stripParent(copy: SObject, name: string, parent: SObject | null): boolean {
    const stripped = parent && this.strip(parent);
    copy.parents.set(name, stripped?.copy ?? null);
    return stripped?.modified ?? false;
  }

  private stripChildren(copy: SObject, name: string, children: readonly SObject[]): boolean {
    const stripped = children.map((child) => this.strip(child));
    copy.children.set(
      name,
      stripped.map((child) => child.copy),
    );
    return stripped.some(({ modified }) => modified);
  }

  /** Ids are never removed; a field that no one may write is removed from what is to be written. */
  private mayUse(object: ObjectSchema, name: string): boolean {
    const field = object.field(name);
    if (field === undefined || field.type === 'id') return true;
    const access = this.security.field(this.userId, object, name);
    switch (this.accessType) {
      case 'READABLE':
        return access.read;
      case 'CREATABLE':
        return access.edit && field.createable;
      case 'UPDATABLE':
        return access.edit && field.updateable;
      case 'UPSERTABLE':
        return access.edit && field.createable && field.updateable;
    }
  }
}
