/** What users may do: the `SecurityService` of the org. */
import { compoundOf } from '../../schema/compound.ts';
import type { FieldSchema, ObjectSchema, RecordTypeSchema, Schema } from '../../schema/model.ts';
import type { Clock, FieldAccess, ObjectAccess, SecurityService } from '../services.ts';
import type { PlanServices } from '../soql/plan/context.ts';
import { FormulaColumns } from '../soql/plan/formula-columns.ts';
import { runContext } from '../soql/run-context.ts';
import type { Store } from '../store.ts';
import type { TableWatch } from '../store/versions.ts';
import type { Transaction } from '../transaction.ts';
import { type Grants, NO_ACCESS, type ObjectGrant } from './permissions/grants.ts';
import type { PermissionSource } from './permissions/permission-source.ts';
import { isPermissionable, isSourceCode, objectRule } from './permissions/permissionable.ts';
import { isInStandardProfiles } from './permissions/standard-profiles.ts';
import { ASSIGNMENT_OBJECTS, grantsOfUser } from './permissions/user-grants.ts';
import { DIRECTORY_OBJECTS } from './sharing/directory.ts';
import { type RecordAccess, recordAccess } from './sharing/record-access.ts';
import { Sharing } from './sharing/sharing.ts';
import type { SharingRules } from './sharing/sharing-rules.ts';

const FULL_ACCESS: ObjectGrant = {
  read: true,
  create: true,
  edit: true,
  delete: true,
  viewAll: true,
  modifyAll: true,
  viewAllFields: true,
};

/** What was found out about one user. */
interface UserCache {
  readonly grants: Grants;
  readonly objects: Map<ObjectSchema, ObjectGrant>;
  readonly fields: Map<FieldSchema, FieldAccess>;
}

export class Security implements SecurityService {
  readonly sharing: Sharing;
  private readonly store: Store;
  /** What metadata grants. */
  readonly source: PermissionSource;
  private readonly clock: Clock;
  private readonly watch: TableWatch;
  private readonly users = new Map<string, UserCache>();
  private usersVersion = '';
  private formulas: { readonly schema: Schema; readonly columns: FormulaColumns } | undefined;

  constructor(store: Store, source: PermissionSource, rules: SharingRules, clock: Clock) {
    this.store = store;
    this.source = source;
    this.clock = clock;
    this.watch = store.versions.watch([...ASSIGNMENT_OBJECTS, ...DIRECTORY_OBJECTS]);
    this.sharing = new Sharing(store, rules, this);
  }

  /** Changes whenever a user may see more or less than before, as far as rows decide it. */
  version(): string {
    return this.watch.version();
  }

  invalidate(): void {
    this.users.clear();
  }

  object(userId: string, object: ObjectSchema): ObjectAccess {
    return this.objectGrant(userId, object);
  }

  field(userId: string, object: ObjectSchema, name: string): FieldAccess {
    const field = object.field(name);
    if (field === undefined) return { read: false, edit: false };
    const { fields } = this.user(userId);
    let access = fields.get(field);
    if (access === undefined) fields.set(field, (access = this.computeField(userId, object, field)));
    return access;
  }

  hasPermission(userId: string, permission: string): boolean {
    const { grants } = this.user(userId);
    return grants.everything || grants.system.has(permission.toLowerCase());
  }

  hasCustomPermission(userId: string, name: string): boolean {
    // Administrators have custom permissions like anyone else: only by being given them.
    return this.user(userId).grants.custom.has(name.toLowerCase());
  }

  /** "Author Apex" gives access to every class ("Class Security", Apex Developer Guide). */
  hasApexClass(userId: string, className: string): boolean {
    return this.hasPermission(userId, 'AuthorApex') || this.user(userId).grants.classes.has(className.toLowerCase());
  }

  /** "Customize Application" gives access to every page ("Visualforce Page Security", Salesforce Help). */
  hasPage(userId: string, page: string): boolean {
    return this.hasPermission(userId, 'CustomizeApplication') || this.user(userId).grants.pages.has(page.toLowerCase());
  }

  /** Tabs of objects are also shown to whom a standard profile gives the object. */
  tabVisible(userId: string, tab: string): boolean {
    const { grants } = this.user(userId);
    if (grants.everything || grants.tabs.has(tab.toLowerCase())) return true;
    const standard = /^standard-(.+)$/i.exec(tab)?.[1];
    if (standard === undefined) return false;
    const object = this.store.schema.object(standard);
    return object === undefined || this.object(userId, object).read;
  }

  /** Apps of the platform itself are visible to everyone. */
  appVisible(userId: string, app: string): boolean {
    const { grants } = this.user(userId);
    return grants.everything || app.startsWith('standard__') || grants.apps.has(app.toLowerCase());
  }

  /** A record type that no metadata speaks of is everybody's, as if it had been deployed with access for all. */
  recordTypeVisible(
    userId: string,
    object: ObjectSchema,
    { isMaster, active, developerName }: RecordTypeSchema,
  ): boolean {
    const name = `${object.name}.${developerName}`.toLowerCase();
    const { grants } = this.user(userId);
    const isGiven = grants.everything || grants.recordTypes.has(name) || !this.source.speaksOfRecordType(name);
    return isMaster || (active && isGiven);
  }

  recordAccess(
    tx: Transaction,
    userId: string,
    object: ObjectSchema,
    ids: readonly string[],
  ): Map<string, RecordAccess> {
    const services = this.planServices();
    const run = runContext(tx, { mode: 'system', sharing: false }, undefined);
    return recordAccess(this.sharing, services, run, userId, object, ids);
  }

  /** Formulas in the criteria of sharing rules are compiled once for each schema. */
  private planServices(): PlanServices {
    const { store, sharing } = this;
    if (this.formulas?.schema !== store.schema) {
      this.formulas = { schema: store.schema, columns: new FormulaColumns(store) };
    }
    return { store, formulas: this.formulas.columns, sharing };
  }

  private user(userId: string): UserCache {
    const version = this.version();
    if (version !== this.usersVersion) {
      this.users.clear();
      this.usersVersion = version;
    }
    let user = this.users.get(userId);
    if (user === undefined) {
      const grants = grantsOfUser(this.store, this.source, this.clock, userId);
      user = { grants, objects: new Map(), fields: new Map() };
      this.users.set(userId, user);
    }
    return user;
  }

  private objectGrant(userId: string, object: ObjectSchema): ObjectGrant {
    const { objects } = this.user(userId);
    let access = objects.get(object);
    if (access === undefined) objects.set(object, (access = this.computeObject(userId, object)));
    return access;
  }

  private computeObject(userId: string, object: ObjectSchema): ObjectGrant {
    const { grants } = this.user(userId);
    if (grants.everything || this.hasPermission(userId, 'ModifyAllData')) return FULL_ACCESS;
    const viewsAll = this.hasPermission(userId, 'ViewAllData');
    const rule = objectRule(object);
    switch (rule.kind) {
      case 'granted': {
        const granted = grants.objects.get(object.name.toLowerCase()) ?? NO_ACCESS;
        const viewAll = granted.viewAll || granted.modifyAll || viewsAll;
        return {
          ...granted,
          read: granted.read || viewAll,
          edit: granted.edit || granted.modifyAll,
          delete: granted.delete || granted.modifyAll,
          viewAll,
        };
      }
      case 'follows': {
        const parent = this.store.schema.object(rule.object);
        const { read, edit, viewAll, modifyAll } = parent === undefined ? NO_ACCESS : this.objectGrant(userId, parent);
        return { read, create: edit, edit, delete: edit, viewAll, modifyAll, viewAllFields: false };
      }
      case 'everyone':
        return { ...FULL_ACCESS, viewAll: viewsAll, modifyAll: false, viewAllFields: false };
      case 'setup': {
        const writes = rule.permissions.some((permission) => this.hasPermission(userId, permission));
        return {
          read: writes || rule.hidden !== true,
          create: writes,
          edit: writes,
          delete: writes,
          viewAll: viewsAll,
          modifyAll: false,
          viewAllFields: false,
        };
      }
    }
  }

  private computeField(userId: string, object: ObjectSchema, field: FieldSchema): FieldAccess {
    const access = this.objectGrant(userId, object);
    const writesObject = access.create || access.edit;
    if (
      isSourceCode(object, field) &&
      !this.hasPermission(userId, 'ViewSetup') &&
      !this.hasPermission(userId, 'AuthorApex')
    ) {
      return { read: false, edit: false };
    }
    if (!isPermissionable(object, field)) return { read: access.read, edit: writesObject };
    const { grants } = this.user(userId);
    const isStandard = grants.standardFieldsOf.has(object.name.toLowerCase()) && isInStandardProfiles(object, field);
    const granted = this.fieldGrant(grants, object, field);
    const read = grants.everything || access.viewAllFields || isStandard || granted.read;
    const edit = grants.everything || isStandard || granted.edit;
    return { read: access.read && read, edit: writesObject && edit && !field.calculated };
  }

  /** The parts of an address go by the address. */
  private fieldGrant(grants: Grants, object: ObjectSchema, field: FieldSchema): FieldAccess {
    const of = (name: string) => grants.fields.get(`${object.name}.${name}`.toLowerCase());
    return of(field.name) ?? of(compoundOf(object, field)?.name ?? '') ?? { read: false, edit: false };
  }
}
