/**
 * Which records a user can see or change, as a condition of SQL: organization-wide defaults, ownership, role hierarchy, shares
 * and sharing rules ("Sharing Architecture", Salesforce Architects). Nothing is materialised that could grow stale: rules are
 * evaluated when records are read.
 */
import type { ObjectSchema } from '../../../schema/model.ts';
import type { SecurityService } from '../../services.ts';
import { conditionSql } from '../../soql/plan/condition.ts';
import { rowValue } from '../../soql/plan/functions.ts';
import { jsonList } from '../../store/json-list.ts';
import type { Parameters } from '../../soql/plan/parameters.ts';
import { Scope } from '../../soql/plan/scope.ts';
import type { Store } from '../../store.ts';
import { quoted } from '../../store/names.ts';
import type { TableWatch } from '../../store/versions.ts';
import { objectRule } from '../permissions/permissionable.ts';
import { activityCondition } from './activities.ts';
import { approvalCondition, isApprovalObject } from './approvals.ts';
import { filterCondition } from './criteria.ts';
import { fileCondition, isFileObject } from './files.ts';
import { folderCondition, isFoldered } from './folders.ts';
import { Directory, DIRECTORY_OBJECTS } from './directory.ts';
import { implicitConditions } from './implicit.ts';
import { parentFields, parentReference } from './parent-fields.ts';
import { type Principals, principalsOf } from './principals.ts';
import { findShareTable } from './share-table.ts';
import type { SharingRule, SharingRules, SharingTarget } from './sharing-rules.ts';

/** `All` is what the owner has: also deleting, sharing and giving away. */
export type AccessLevel = 'Read' | 'Edit' | 'All';

/** Access levels of shares that give at least this. */
export const LEVELS_GIVING: Readonly<Record<AccessLevel, readonly string[]>> = {
  Read: ['Read', 'Edit', 'All'],
  Edit: ['Edit', 'All'],
  All: ['All'],
};

export class Sharing {
  private readonly store: Store;
  private readonly rules: SharingRules;
  readonly permissions: Pick<SecurityService, 'object'>;
  private readonly watch: TableWatch;
  private directoryVersion = '';
  private currentDirectory: Directory | undefined;
  private readonly principals = new Map<string, Principals>();

  constructor(store: Store, rules: SharingRules, permissions: Pick<SecurityService, 'object'>) {
    this.store = store;
    this.rules = rules;
    this.permissions = permissions;
    this.watch = store.versions.watch(DIRECTORY_OBJECTS);
  }

  /** True for the rows of the scope's object that the user has this access to; undefined when those are all rows. */
  condition(scope: Scope, userId: string, level: AccessLevel): string | undefined {
    const { object } = scope.root;
    const access = this.permissions.object(userId, object);
    if (object.kind === 'share' || object.kind === 'history') return this.followingParent(scope, userId, level);
    if (isFoldered(object)) return folderCondition(this, scope, userId, level, access.modifyAll || access.viewAll);
    if (access.modifyAll || (level === 'Read' && access.viewAll) || !isShared(object)) return undefined;
    if (object.name === 'Task' || object.name === 'Event') return activityCondition(this, scope, userId, level);
    if (isFileObject(object)) return fileCondition(this, scope, userId, level);
    if (isApprovalObject(object)) return approvalCondition(this, scope, userId, level);
    if (object.sharingModel === 'ControlledByParent') return this.controlledByParent(scope, userId, level);
    if (level === 'Read' && object.sharingModel !== 'Private') return undefined;
    if (level === 'Edit' && object.sharingModel === 'ReadWrite') return undefined;
    if (scope.root.table.column('OwnerId') === undefined) return undefined;
    return either([...this.direct(scope, userId, level), ...implicitConditions(this, scope, userId, level)]);
  }

  /** Ownership, shares and rules of the object itself. */
  direct(scope: Scope, userId: string, level: AccessLevel): string[] {
    return [...this.owned(scope, userId), ...this.shared(scope, userId, level), ...this.ruled(scope, userId, level)];
  }

  /** Own records, those of people below, and those of queues the user works from. */
  owned(scope: Scope, userId: string): string[] {
    if (scope.root.table.column('OwnerId') === undefined) return [];
    return [`${scope.root.alias}."OwnerId" IN ${this.principalList(scope.context.parameters, userId)}`];
  }

  /** `(SELECT …)` of the ids of the user's principals. */
  principalList(parameters: Parameters, userId: string): string {
    const list = parameters.dynamic(() => jsonList([...this.principalsOf(userId).all]));
    return `(SELECT value FROM json_each(${list}))`;
  }

  principalsOf(userId: string): Principals {
    const directory = this.directory;
    let principals = this.principals.get(userId);
    if (principals === undefined) {
      principals = principalsOf(directory, userId);
      this.principals.set(userId, principals);
    }
    return principals;
  }

  get directory(): Directory {
    const version = this.watch.version();
    if (this.currentDirectory === undefined || version !== this.directoryVersion) {
      this.currentDirectory = new Directory(this.store);
      this.directoryVersion = version;
      this.principals.clear();
    }
    return this.currentDirectory;
  }

  rulesOf(object: ObjectSchema): readonly SharingRule[] {
    return this.rules.get(object.name.toLowerCase()) ?? [];
  }

  /** The rows a rule shares; undefined when it does not share with the user. */
  ruleCondition(scope: Scope, userId: string, rule: SharingRule): string | undefined {
    if (!rule.sharedTo.some((target) => this.reaches(target, userId))) return undefined;
    const { object, alias } = scope.root;
    if (rule.criteria !== undefined) {
      const condition = filterCondition(object, rule.criteria.items, rule.criteria.logic);
      return conditionSql(scope.context, condition, (expression) => rowValue(scope, expression));
    }
    const from = rule.sharedFrom ?? [];
    if (from.some(({ kind }) => kind === 'allInternalUsers')) return 'TRUE';
    const owners = scope.context.parameters.dynamic(() => jsonList(from.flatMap((target) => this.owners(target))));
    return `${alias}."OwnerId" IN (SELECT value FROM json_each(${owners}))`;
  }

  private shared(scope: Scope, userId: string, level: AccessLevel): string[] {
    const share = findShareTable(this.store.schema, scope.root.object);
    if (share === undefined) return [];
    const table = this.store.table(share.object);
    const levels = LEVELS_GIVING[level].map((name) => `'${name}'`).join();
    return [
      `${scope.root.alias}."Id" IN (SELECT s.${quoted(share.parentField)} FROM ${table.sqlName} s WHERE ` +
        `s."UserOrGroupId" IN ${this.principalList(scope.context.parameters, userId)} AND ` +
        `s.${quoted(share.levelField)} IN (${levels}) AND s."RowCause" IS NOT 'Owner')`,
    ];
  }

  private ruled(scope: Scope, userId: string, level: AccessLevel): string[] {
    const giving = this.rulesOf(scope.root.object).filter((rule) => LEVELS_GIVING[level].includes(rule.level));
    return giving.flatMap((rule) => this.ruleCondition(scope, userId, rule) ?? []);
  }

  private reaches({ kind, name }: SharingTarget, userId: string): boolean {
    const { directory } = this;
    const { users, all } = this.principalsOf(userId);
    switch (kind) {
      case 'allInternalUsers':
        return true;
      case 'group':
      case 'queue': {
        const group = directory.groupNamed(name, kind === 'group' ? 'Regular' : 'Queue');
        return group !== undefined && all.has(group.id);
      }
      default: {
        const members = new Set(this.owners({ kind, name }));
        return users.some((id) => members.has(id));
      }
    }
  }

  /** Ids whose records a target stands for. */
  private owners({ kind, name }: SharingTarget): string[] {
    const { directory } = this;
    if (kind === 'group' || kind === 'queue') {
      const group = directory.groupNamed(name, kind === 'group' ? 'Regular' : 'Queue');
      if (group === undefined) return [];
      return kind === 'queue' ? [group.id] : [...directory.usersIn(group.id)];
    }
    const role = directory.roleNamed(name);
    if (role === undefined) return [];
    return directory.usersWhere((other) =>
      kind === 'role' ? other.id === role.id : directory.isWithin(other, role.id),
    );
  }

  /** Shares and histories are seen by who sees the record; who may write shares is checked where they are written. */
  private followingParent(scope: Scope, userId: string, level: AccessLevel): string | undefined {
    const field = level === 'Read' ? parentReference(scope.root.object) : undefined;
    const target = field && this.store.schema.object(field.referenceTo[0]);
    if (field === undefined || target === undefined) return undefined;
    const parent = new Scope(scope.context, target);
    const condition = this.condition(parent, userId, level);
    if (condition === undefined) return undefined;
    const visible = `SELECT ${parent.root.alias}."Id" FROM ${parent.fromSql()} WHERE ${condition}`;
    return `${scope.root.alias}.${quoted(field.name)} IN (${visible})`;
  }

  /** A detail is seen with its masters, and changed and deleted by who may change them. */
  private controlledByParent(scope: Scope, userId: string, level: AccessLevel): string | undefined {
    const { object, alias } = scope.root;
    const parents = parentFields(object);
    const conditions = parents.flatMap((field) => {
      const target = this.store.schema.object(field.referenceTo[0]);
      if (target === undefined) return [];
      const parent = new Scope(scope.context, target);
      const condition = this.condition(parent, userId, level === 'Read' ? 'Read' : 'Edit');
      if (condition === undefined) return [];
      const visible = `${alias}.${quoted(field.name)} IN (SELECT ${parent.root.alias}."Id" FROM ${parent.fromSql()} WHERE ${condition})`;
      // Without a parent, as a contact without account may be, a record is its owner's.
      return [field.nillable ? either([visible, ...this.orphan(scope, userId, field.name)])! : visible];
    });
    return conditions.length === 0 ? undefined : `(${conditions.join(' AND ')})`;
  }

  private orphan(scope: Scope, userId: string, field: string): string[] {
    const missing = `${scope.root.alias}.${quoted(field)} IS NULL`;
    return this.owned(scope, userId).map((owned) => `(${missing} AND ${owned})`);
  }
}

export function either(conditions: readonly string[]): string | undefined {
  return conditions.length === 0 ? undefined : `(${conditions.join(' OR ')})`;
}

/** Setup records and what belongs to no one are not shared: permissions alone decide. */
function isShared(object: ObjectSchema): boolean {
  if (object.kind !== 'standard' && object.kind !== 'custom') return false;
  return (
    object.kind === 'custom' || object.name === 'Task' || object.name === 'Event' || objectRule(object).kind !== 'setup'
  );
}
