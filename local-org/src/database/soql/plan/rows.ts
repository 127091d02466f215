/** Which rows of which object a query is about: its FROM and WHERE, without what is deleted or not shared with the user. */
import { NotSupported } from '../../../schema/errors.ts';
import type { ObjectSchema } from '../../../schema/model.ts';
import type { SoqlQuery } from '../ast.ts';
import { noSuchObject, QueryError } from '../errors.ts';
import { conditionSql } from './condition.ts';
import { parentReference } from '../../security/sharing/parent-fields.ts';
import type { PlanContext } from './context.ts';
import { type Resolve, rowValue } from './functions.ts';
import { Scope } from './scope.ts';

export class Rows {
  readonly scope: Scope;
  /** Value of an expression of one row. */
  readonly resolve: Resolve;
  private readonly query: SoqlQuery;
  private conditions: readonly string[] | undefined;

  /** `object` is given for child queries, whose FROM names a relationship. */
  constructor(context: PlanContext, query: SoqlQuery, object = queriedObject(context, query)) {
    this.query = query;
    this.scope = new Scope(context, object);
    addAliases(this.scope, query);
    this.resolve = (expression) => rowValue(this.scope, expression);
    context.objectUses.push({ object, position: query.from[0].path.position });
  }

  /** Plans the conditions: after the select list and before the order, so that errors come in the order of the text. */
  filter(): void {
    const { query, scope } = this;
    this.conditions = [
      ...liveRows(scope, query),
      ...(query.where === undefined ? [] : [conditionSql(scope.context, query.where, this.resolve)]),
      ...scopeCondition(scope, query),
      ...sharedRows(scope),
      ...readableHistory(scope),
    ];
  }

  /**
   * `FROM … WHERE …`, with one more condition when it is given; to be asked for last, as expressions made later may need
   * further joins.
   */
  sql(condition?: string): string {
    if (this.conditions === undefined) this.filter();
    const all = [...(condition === undefined ? [] : [condition]), ...this.conditions!];
    return `FROM ${this.scope.fromSql()}${all.length === 0 ? '' : ` WHERE ${all.join(' AND ')}`}`;
  }
}

function queriedObject(context: PlanContext, query: SoqlQuery): ObjectSchema {
  const { names, position } = query.from[0].path;
  const { text } = context.settings;
  const object = names.length === 1 ? context.services.store.schema.object(names[0]) : undefined;
  if (object === undefined) throw noSuchObject(names.join('.'), text, position);
  if (object.rowsMissing === true)
    throw new NotSupported(`the rows of ${object.name}, which the platform makes by itself`);
  if (!object.queryable) {
    throw new QueryError(
      'INVALID_TYPE_FOR_OPERATION',
      `entity type ${object.name} does not support query`,
      text,
      position,
    );
  }
  return object;
}

function addAliases(scope: Scope, query: SoqlQuery): void {
  const [first, ...others] = query.from;
  if (first.alias !== undefined) scope.addAlias(first.alias, []);
  for (const { path, alias } of others) if (alias !== undefined) scope.addAlias(alias, path.names);
}

function liveRows(scope: Scope, query: SoqlQuery): string[] {
  const { table, alias } = scope.root;
  const all = scope.context.settings.allRows || query.allRows;
  return all || !table.hasRecycleBin ? [] : [`${alias}."IsDeleted"=0`];
}

/** "USING SCOPE" (SOQL and SOSL Reference). Records without an owner are everybody's. */
function scopeCondition({ context, root }: Scope, query: SoqlQuery): string[] {
  const name = query.scope?.toLowerCase() ?? 'everything';
  if (name === 'everything') return [];
  if (name !== 'mine') throw new NotSupported(`SOQL USING SCOPE ${query.scope}`);
  if (root.object.field('OwnerId') === undefined) return [];
  return [`${root.alias}."OwnerId"=${context.parameters.dynamic(({ tx }) => tx.user.id)}`];
}

function sharedRows(scope: Scope): string[] {
  const { services, settings } = scope.context;
  if (settings.sharedWith === undefined) return [];
  return [services.sharing?.condition(scope, settings.sharedWith, 'Read') ?? []].flat();
}

/** Rows of a history tell the values of fields: those of fields that the user may not read are left out. */
function readableHistory({ context, root }: Scope): string[] {
  const { readable } = context.settings;
  if (root.object.kind !== 'history' || readable === undefined) return [];
  const [parentName] = parentReference(root.object)?.referenceTo ?? [];
  const parent = parentName === undefined ? undefined : context.services.store.schema.object(parentName);
  if (parent === undefined) return [];
  const hidden = [...parent.fields.keys()]
    .map((name) => parent.field(name)!.name)
    .filter((name) => !readable(parent, name));
  if (hidden.length === 0) return [];
  return [
    `${root.alias}."Field" NOT IN (SELECT value FROM json_each(${context.parameters.constant(JSON.stringify(hidden))}))`,
  ];
}
