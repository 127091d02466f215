/** What permission sets and profiles grant, and how grants add up. Names are lower-cased. */
import type { FieldAccess, ObjectAccess } from '../../services.ts';

export interface ObjectGrant extends ObjectAccess {
  /** "View All Fields": reads every field of the object. */
  readonly viewAllFields: boolean;
}

export interface Grants {
  /** Has every permission there is, also on what is added later: the System Administrator profile. */
  readonly everything: boolean;
  readonly objects: ReadonlyMap<string, ObjectGrant>;
  /** By `object.field`. */
  readonly fields: ReadonlyMap<string, FieldAccess>;
  /** Objects whose standard fields can all be read and edited: what standard profiles grant. */
  readonly standardFieldsOf: ReadonlySet<string>;
  readonly system: ReadonlySet<string>;
  readonly custom: ReadonlySet<string>;
  readonly classes: ReadonlySet<string>;
  readonly pages: ReadonlySet<string>;
  readonly tabs: ReadonlySet<string>;
  readonly apps: ReadonlySet<string>;
  /** By `object.type`. */
  readonly recordTypes: ReadonlySet<string>;
}

export const NO_ACCESS: ObjectGrant = {
  read: false,
  create: false,
  edit: false,
  delete: false,
  viewAll: false,
  modifyAll: false,
  viewAllFields: false,
};

export const NO_GRANTS: Grants = {
  everything: false,
  objects: new Map(),
  fields: new Map(),
  standardFieldsOf: new Set(),
  system: new Set(),
  custom: new Set(),
  classes: new Set(),
  pages: new Set(),
  tabs: new Set(),
  apps: new Set(),
  recordTypes: new Set(),
};

/** Permissions add up: what one grants no other takes away. */
export function addGrants(parts: readonly Grants[]): Grants {
  return {
    everything: parts.some(({ everything }) => everything),
    objects: mergeMaps(
      parts.map(({ objects }) => objects),
      eitherObject,
    ),
    fields: mergeMaps(
      parts.map(({ fields }) => fields),
      eitherField,
    ),
    standardFieldsOf: union(parts, 'standardFieldsOf'),
    system: union(parts, 'system'),
    custom: union(parts, 'custom'),
    classes: union(parts, 'classes'),
    pages: union(parts, 'pages'),
    tabs: union(parts, 'tabs'),
    apps: union(parts, 'apps'),
    recordTypes: union(parts, 'recordTypes'),
  };
}

/** What is left of the grants of a permission set group when a muting permission set silences some of them. */
export function muteGrants(grants: Grants, muted: Grants): Grants {
  return {
    ...grants,
    objects: subtractMap(grants.objects, muted.objects, withoutObject),
    fields: subtractMap(grants.fields, muted.fields, withoutField),
    system: grants.system.difference(muted.system),
    custom: grants.custom.difference(muted.custom),
    classes: grants.classes.difference(muted.classes),
    pages: grants.pages.difference(muted.pages),
    tabs: grants.tabs.difference(muted.tabs),
    apps: grants.apps.difference(muted.apps),
    recordTypes: grants.recordTypes.difference(muted.recordTypes),
  };
}

type SetName = 'standardFieldsOf' | 'system' | 'custom' | 'classes' | 'pages' | 'tabs' | 'apps' | 'recordTypes';

function union(parts: readonly Grants[], name: SetName): Set<string> {
  return new Set(parts.flatMap((part) => [...part[name]]));
}

function mergeMaps<T>(maps: readonly ReadonlyMap<string, T>[], either: (left: T, right: T) => T): Map<string, T> {
  const merged = new Map<string, T>();
  for (const [name, grant] of maps.flatMap((map) => [...map])) {
    const known = merged.get(name);
    merged.set(name, known === undefined ? grant : either(known, grant));
  }
  return merged;
}

function subtractMap<T>(
  map: ReadonlyMap<string, T>,
  muted: ReadonlyMap<string, T>,
  without: (left: T, right: T) => T,
): Map<string, T> {
  return new Map([...map].map(([name, grant]) => [name, muted.has(name) ? without(grant, muted.get(name)!) : grant]));
}

function eitherObject(left: ObjectGrant, right: ObjectGrant): ObjectGrant {
  return {
    read: left.read || right.read,
    create: left.create || right.create,
    edit: left.edit || right.edit,
    delete: left.delete || right.delete,
    viewAll: left.viewAll || right.viewAll,
    modifyAll: left.modifyAll || right.modifyAll,
    viewAllFields: left.viewAllFields || right.viewAllFields,
  };
}

function withoutObject(left: ObjectGrant, muted: ObjectGrant): ObjectGrant {
  return {
    read: left.read && !muted.read,
    create: left.create && !muted.create,
    edit: left.edit && !muted.edit,
    delete: left.delete && !muted.delete,
    viewAll: left.viewAll && !muted.viewAll,
    modifyAll: left.modifyAll && !muted.modifyAll,
    viewAllFields: left.viewAllFields && !muted.viewAllFields,
  };
}

function eitherField(left: FieldAccess, right: FieldAccess): FieldAccess {
  return { read: left.read || right.read, edit: left.edit || right.edit };
}

function withoutField(left: FieldAccess, muted: FieldAccess): FieldAccess {
  return { read: left.read && !muted.read, edit: left.edit && !muted.edit };
}
