/**
 * `ObjectPermissions`, `FieldPermissions` and `SetupEntityAccess` of what metadata grants (Object Reference): rows of profiles
 * and permission sets, beside those that are made at run time. They are made when they are asked for, with ids that follow
 * from what they say, by which they are told from the others.
 */
import { isStableId, stableId } from '../../../schema/ids.ts';
import type { FieldSchema, ObjectSchema, Schema } from '../../../schema/model.ts';
import { SObject } from '../../../schema/sobject.ts';
import type { FieldValue } from '../../../schema/values/index.ts';
import type { Grants, ObjectGrant } from '../../security/permissions/grants.ts';
import type { PermissionSource } from '../../security/permissions/permission-source.ts';
import { isPermissionable, objectRule } from '../../security/permissions/permissionable.ts';
import { isInStandardProfiles } from '../../security/permissions/standard-profiles.ts';
import type { FieldAccess } from '../../services.ts';
import type { Store } from '../../store.ts';

export const GRANTED_OBJECTS = ['ObjectPermissions', 'FieldPermissions', 'SetupEntityAccess'] as const;
type GrantedObject = (typeof GRANTED_OBJECTS)[number];

type Values = Readonly<Record<string, FieldValue>>;

export class GrantedRows {
  private readonly store: Store;
  private readonly source: PermissionSource;
  private readonly filledFor = new Map<GrantedObject, Schema>();

  constructor(store: Store, source: PermissionSource) {
    this.store = store;
    this.source = source;
  }

  /** Makes the rows of one of the objects when the schema has changed since, or a rollback has taken them away. */
  fill(name: GrantedObject): void {
    const { store } = this;
    const object = store.schema.object(name);
    if (object === undefined) return;
    const made = store.allRows(object).filter(({ id }) => isStableId(id!));
    if (made.length > 0 && this.filledFor.get(name) === store.schema) return;
    for (const { id } of made) store.eraseRow(object, id!);
    for (const set of store.allRows(store.schema.require('PermissionSet'))) {
      for (const values of this.rowsOf(name, this.grantsOf(set))) this.insert(object, set.id!, values);
    }
    this.filledFor.set(name, store.schema);
  }

  /** Makes again the rows that were asked for and that a rollback has taken away. */
  refill(): void {
    for (const name of this.filledFor.keys()) this.fill(name);
  }

  private grantsOf(set: SObject): Grants {
    const profileId = set.get('ProfileId');
    if (typeof profileId !== 'string') return this.source.permissionSet(String(set.get('Name')));
    const profile = this.store.getRows(this.store.schema.require('Profile'), [profileId]).get(profileId);
    return this.source.profile(String(profile?.get('Name')));
  }

  private rowsOf(name: GrantedObject, grants: Grants): Values[] {
    if (name === 'SetupEntityAccess') return this.setupEntities(grants);
    const granted = [...this.store.schema.objects.values()].filter((object) => objectRule(object).kind === 'granted');
    if (name === 'FieldPermissions') return granted.flatMap((object) => fieldRows(object, grants));
    return granted.flatMap((object) => objectRow(object, grants));
  }

  private setupEntities(grants: Grants): Values[] {
    return [
      ...this.entities('ApexClass', 'Name', grants.classes, grants.everything),
      ...this.entities('ApexPage', 'Name', grants.pages, grants.everything),
      ...this.entities('CustomPermission', 'DeveloperName', grants.custom, false),
    ];
  }

  private entities(objectName: string, field: string, names: ReadonlySet<string>, all: boolean): Values[] {
    if (names.size === 0 && !all) return [];
    return this.store
      .allRows(this.store.schema.require(objectName))
      .filter((row) => all || names.has(String(row.get(field)).toLowerCase()))
      .map(({ id }) => ({ SetupEntityId: id, SetupEntityType: objectName }));
  }

  private insert(object: ObjectSchema, parent: string, values: Values): void {
    const name = `${parent} ${Object.values(values)
      .filter((value) => typeof value === 'string')
      .join(' ')}`;
    const known = Object.entries({ Id: stableId(object.keyPrefix, name), ParentId: parent, ...values });
    this.store.insertRow(
      new SObject(
        object,
        known.filter(([field]) => object.field(field) !== undefined),
      ),
    );
  }
}

const ALL: ObjectGrant = {
  read: true,
  create: true,
  edit: true,
  delete: true,
  viewAll: true,
  modifyAll: true,
  viewAllFields: false,
};

function objectRow(object: ObjectSchema, grants: Grants): Values[] {
  const grant = grants.everything ? ALL : grants.objects.get(object.name.toLowerCase());
  if (grant === undefined) return [];
  return [
    {
      SobjectType: object.name,
      PermissionsRead: grant.read,
      PermissionsCreate: grant.create,
      PermissionsEdit: grant.edit,
      PermissionsDelete: grant.delete,
      PermissionsViewAllRecords: grant.viewAll,
      PermissionsModifyAllRecords: grant.modifyAll,
      PermissionsViewAllFields: grant.viewAllFields,
    },
  ];
}

function fieldRows(object: ObjectSchema, grants: Grants): Values[] {
  return [...object.fields.values()]
    .filter((field) => isPermissionable(object, field))
    .flatMap((field) => {
      const access = fieldAccess(object, field, grants);
      if (access === undefined || !(access.read || access.edit)) return [];
      return [
        {
          SobjectType: object.name,
          Field: `${object.name}.${field.name}`,
          PermissionsRead: access.read,
          PermissionsEdit: access.edit && !field.calculated,
        },
      ];
    });
}

function fieldAccess(object: ObjectSchema, field: FieldSchema, grants: Grants): FieldAccess | undefined {
  const isStandard = grants.standardFieldsOf.has(object.name.toLowerCase()) && isInStandardProfiles(object, field);
  if (grants.everything || isStandard) return { read: true, edit: true };
  return grants.fields.get(`${object.name}.${field.name}`.toLowerCase());
}
